import { z } from 'zod';

/** What a back-up holds, a line of JSON each: a head, tables with their rows, files, an end. */
export const headSchema = z.object({
  kind: z.literal('michishirube-backup'),
  version: z.literal(1),
  createdAt: z.string(),
  /** The schema that the rows are of. */
  migrations: z.array(z.string()),
});
const rowsSchema = z.object({ rows: z.array(z.array(z.string().nullable())) });
export const lineSchema = z.union([
  rowsSchema,
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ checksum: z.object({ table: z.string(), rows: z.number(), sum: z.string() }) }),
  z.object({ file: z.string() }),
  z.object({ data: z.string() }),
  z.object({ end: z.literal(true) }),
]);
export type BackupLine = z.infer<typeof headSchema> | z.infer<typeof lineSchema>;
