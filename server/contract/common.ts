import { z } from 'zod';

/** `[lng, lat]` in degrees. */
export const positionSchema = z.tuple([z.number(), z.number()]);
/** `[west, south, east, north]` in degrees. */
export const bboxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
/** YYYY-MM-DD. */
export const dateSchema = z.iso.date();
/** 全国地方公共団体コード without the check digit, e.g. 34213. */
export const municipalityCodeSchema = z.string().regex(/^\d{5}$/);

export const bilingualSchema = z.object({ ja: z.string(), en: z.string() });

/** RFC 9457 problem details; `code` names the kind, title and detail are said in both languages. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  messages: bilingualSchema,
  /** Where in the input, for validation problems. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** How long to wait before the next attempt (429). */
  seconds: z.number().int().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
