import { z } from 'zod';
import { DATASET_KINDS, DATASET_STATUSES, IMPORT_SOURCES } from './dataset.ts';
import { foundPersonSchema } from './search.ts';

export const changesQuerySchema = z.object({ since: z.iso.datetime({ offset: true }) });

/** How many, and those who come first by rank. */
const changedPeopleSchema = z.object({
  count: z.number().int(),
  people: z.array(foundPersonSchema),
});
export type ChangedPeople = z.infer<typeof changedPeopleSchema>;

/** What became different since a moment, of the people who are on the roster now. */
export const changesSchema = z.object({
  since: z.string(),
  /** Inside some zone, or inside a red one, which they were not. */
  newlyInside: changedPeopleSchema,
  noLongerInside: changedPeopleSchema,
  newlyUndetermined: changedPeopleSchema,
  /** Whose position was set by hand. */
  moved: changedPeopleSchema,
  imports: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(DATASET_KINDS),
      source: z.enum(IMPORT_SOURCES),
      status: z.enum(DATASET_STATUSES),
      importedAt: z.string(),
      asOf: z.string().nullable(),
      accepted: z.number().int(),
      rejected: z.number().int(),
    }),
  ),
  /** False where checks so long ago are no longer kept. */
  isComplete: z.boolean(),
});
export type Changes = z.infer<typeof changesSchema>;
