import { z } from 'zod';
import { WARNING_LEVELS } from '#domain/warning/warning-level';

const levelInForceSchema = z.object({
  level: z.literal(WARNING_LEVELS),
  /** Names of districts; null = all of the municipality. */
  districts: z.array(z.string().min(1)).min(1).max(200).nullable(),
});

const levelsSchema = z
  .array(levelInForceSchema)
  .max(WARNING_LEVELS.length)
  .refine((levels) => new Set(levels.map(({ level }) => level)).size === levels.length, {
    error: '同じ警戒レベルが二つあります / one level is given twice',
  });

/** 発表中の警戒レベル as one declaration set it; without levels, that all were lifted. */
export const warningSchema = z.object({
  ordinal: z.number().int(),
  levels: levelsSchema,
  note: z.string(),
  setBy: z.string(),
  setAt: z.string(),
});
export type Warning = z.infer<typeof warningSchema>;

/** Newest first; the first is in force. */
export const warningHistorySchema = z.object({ warnings: z.array(warningSchema) });

export const setWarningSchema = z.object({
  /** The newest declaration that was seen, 0 for none: a newer one on the server is a 409. */
  basedOn: z.number().int().min(0),
  levels: levelsSchema,
  note: z.string().max(500),
  setBy: z.string().trim().min(1).max(100),
});
