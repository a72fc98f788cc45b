import { z } from 'zod';
import { TRAVEL_MODES } from '#domain/road/road';
import { bilingualSchema } from './common.ts';

/** Figures with their unit; the bounds are what no vehicle and nobody on foot goes beyond. */
export const profileFiguresSchema = z.strictObject({
  widthMeters: z.number().min(0.3).max(12).nullable(),
  heightMeters: z.number().min(0.5).max(6).nullable(),
  weightTonnes: z.number().min(0.1).max(60).nullable(),
  slopePercent: z.number().min(1).max(60).nullable(),
  /** All speeds of the standard, times this. */
  speedFactor: z.number().min(0.2).max(3),
  /** The speed at night as a part of that by day. */
  nightFactor: z.number().min(0.2).max(1),
  /** Where the figures come from. */
  source: z.string().trim().min(1).max(500),
});

/** `PUT …/travel-profiles/:id`; version 0: nobody has changed it yet. Null figures: back to the standard. */
export const changeTravelProfileSchema = z.strictObject({
  version: z.number().int().min(0),
  figures: profileFiguresSchema.nullable(),
});

const shownFiguresSchema = profileFiguresSchema.extend({ source: z.string() });

/** `GET …/travel-profiles` */
export const travelProfilesSchema = z.object({
  profiles: z.array(
    z.object({
      id: z.string(),
      label: bilingualSchema,
      mode: z.enum(TRAVEL_MODES),
      isFourWheeled: z.boolean(),
      /** On streets by day, by the standard. */
      streetMetersPerSecond: z.number().nullable(),
      standard: shownFiguresSchema,
      /** What the city says in its place; null: the standard holds. */
      own: shownFiguresSchema.nullable(),
      version: z.number().int(),
      /** Who changed it last, back to the standard too; null: nobody. */
      changed: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
    }),
  ),
});
export type TravelProfilesOnWire = z.output<typeof travelProfilesSchema>;
