import { z } from 'zod';
import { ROLES } from '#domain/access/roles';

/** `GET /api/account/guide`: whether the guide to personal data was read in the role of now. */
export const guideReadingSchema = z.object({
  role: z.enum([...ROLES, 'system']),
  /** Of the guide as it is. */
  version: z.number().int(),
  /** When this version was read in this role; null = not yet. */
  readAt: z.string().nullable(),
  /** Whether it is to be shown by itself. */
  isDue: z.boolean(),
});
/** `PUT /api/account/guide` */
export const readGuideSchema = z.strictObject({ version: z.number().int().min(0) });
