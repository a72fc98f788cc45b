import { z } from 'zod';
import { LEAST_RETENTION_DAYS } from '#domain/access/audit';
import { RETAINED } from '#domain/access/retention';

const MOST_DAYS = 36_500;
const daysSchema = z.number().int().min(LEAST_RETENTION_DAYS).max(MOST_DAYS);

const retentionRuleSchema = z.object({
  what: z.enum(RETAINED),
  /** 0 where nobody has said it yet. */
  version: z.number().int(),
  /** null: kept for good. */
  days: z.number().int().nullable(),
  /** Removed every day by itself, as soon as it is older. */
  isDaily: z.boolean(),
  setAt: z.string().nullable(),
  setBy: z.string().nullable(),
  /** What a run would remove now: how much, and from when to when. */
  due: z.object({
    count: z.number().int(),
    oldest: z.string().nullable(),
    newest: z.string().nullable(),
  }),
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

const removedSchema = z.object({
  audit: z.number().int(),
  scans: z.number().int(),
  warnings: z.number().int(),
  // Runs of former versions do not say these.
  responses: z.number().int().default(0),
  relay: z.number().int().default(0),
});
export type Removed = z.infer<typeof removedSchema>;

export const retentionSchema = z.object({
  rules: z.array(retentionRuleSchema),
  /** A run that was ordered and can still be called off. */
  pending: z.object({ orderedBy: z.string(), orderedAt: z.string(), dueAt: z.string() }).nullable(),
  last: z.object({ doneAt: z.string(), orderedBy: z.string(), removed: removedSchema }).nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;

export const saveRetentionSchema = z.object({
  what: z.enum(RETAINED),
  version: z.number().int().min(0),
  days: daysSchema.nullable(),
  isDaily: z.boolean(),
});
