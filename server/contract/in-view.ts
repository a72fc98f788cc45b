import { z } from 'zod';
import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { SHELTER_KINDS } from '#domain/shelter/shelter';
import { bboxSchema } from './common.ts';
import { residentQuerySchema } from './resident.ts';

/** The part of the map that is seen, `west,south,east,north` in degrees, and the filters of the list. */
export const inViewQuerySchema = residentQuerySchema.omit({ offset: true, limit: true }).extend({
  bbox: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(bboxSchema),
});

const count = z.number().int();

/** What lies in that part, counted as the legend lists it. */
export const inViewSchema = z.object({
  residents: z.object({
    total: count,
    byTier: z.record(z.string(), count),
    insideRed: count,
    /** In a yellow zone and no red one. */
    insideYellow: count,
    near: count,
    undetermined: count,
    powerDependent: count,
  }),
  zones: z.array(
    z.object({ zoneClass: z.enum(ZONE_CLASSES), phenomenon: z.enum(PHENOMENA), count }),
  ),
  shelters: z.array(z.object({ kind: z.enum(SHELTER_KINDS), relation: z.enum(RELATIONS), count })),
});
export type InView = z.infer<typeof inViewSchema>;
