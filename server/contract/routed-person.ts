import { z } from 'zod';
import { ACCURACIES } from '#domain/resident/accuracy';
import { positionSchema } from './common.ts';

/** A person whom a question about roads is answered for, with what they are listed by. */
export const routedPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  district: z.string().nullable(),
  tier: z.number().int(),
  rank: z.number().int(),
  needsPower: z.boolean().nullable(),
  position: positionSchema,
  accuracy: z.enum(ACCURACIES),
});
