import { z } from 'zod';
import { bboxSchema, dateSchema, municipalityCodeSchema } from './common.ts';
import { TILE_SETS } from './tiles.ts';

export const municipalitySettingsSchema = z.object({
  /** 余裕距離: added to the radius of a position before it is called near. */
  marginMeters: z.number().min(0).max(200),
  /** Which criteria rank the list. */
  criteriaId: z.string(),
  /** Zone data older than this is warned of (土砂災害防止法: a survey every five years or so). */
  zoneDataLimitYears: z.number().int().min(1).max(20),
});
export type MunicipalitySettings = z.infer<typeof municipalitySettingsSchema>;

export const municipalitySchema = z.object({
  code: municipalityCodeSchema,
  name: z.string(),
  bbox: bboxSchema.nullable(),
  settings: municipalitySettingsSchema,
  version: z.number().int(),
  /** Whether the application serves a base map of its own for this place. */
  hasBaseMap: z.boolean(),
});
export type MunicipalityView = z.infer<typeof municipalitySchema>;
/** To enter one; its criteria are those that ship with the software. */
export const newMunicipalitySchema = z.object({
  code: municipalityCodeSchema,
  name: z.string().trim().min(1).max(50),
});
export const municipalityListSchema = z.object({ municipalities: z.array(municipalitySchema) });

/** How many people; null where it is hidden, as fewer than five would point at somebody. */
const peopleCountSchema = z.number().int().nullable();

/** The figures above the list, and the dates that every judgement rests on. */
export const summaryFiguresSchema = z.object({
  residents: peopleCountSchema,
  insideRed: peopleCountSchema,
  /** Position not known well enough to judge against red zones. */
  undetermined: peopleCountSchema,
  withoutPlan: peopleCountSchema,
  /** Of these figures: whom the actor sees, as the list does; null where they hold nobody else. */
  seen: z
    .object({
      residents: z.number().int(),
      insideRed: z.number().int(),
      undetermined: z.number().int(),
      withoutPlan: z.number().int(),
    })
    .nullable(),
  byTier: z.array(
    z.object({
      tier: z.number().int(),
      label: z.object({ ja: z.string(), en: z.string() }),
      count: peopleCountSchema,
    }),
  ),
  shelters: z.number().int(),
  sheltersInZone: z.number().int(),
  zones: z.object({
    red: z.number().int(),
    yellow: z.number().int(),
    beforeDesignation: z.number().int(),
    redNotSurveyed: z.number().int(),
  }),
  /** As-of dates of the active zone datasets; null = the file said none; empty = no zone data. */
  zoneDataAsOf: z.array(dateSchema.nullable()),
  assessedAt: z.string().nullable(),
  /** True while zone data, positions or margin changed and the re-check has not ended. */
  assessmentStale: z.boolean(),
});
export type SummaryFigures = z.infer<typeof summaryFiguresSchema>;

export const summarySchema = summaryFiguresSchema.extend({
  /** A token of what each set of tiles is made from: another one means other tiles. */
  tileVersions: z.record(z.enum(TILE_SETS), z.string()),
});
export type Summary = z.infer<typeof summarySchema>;
export type TileVersions = Summary['tileVersions'];

export const districtSchema = z.object({
  id: z.string(),
  name: z.string(),
  bbox: bboxSchema,
  residents: peopleCountSchema,
  insideRed: peopleCountSchema,
  undetermined: peopleCountSchema,
  tier1: peopleCountSchema,
});
export const districtListSchema = z.object({ districts: z.array(districtSchema) });
export type DistrictView = z.infer<typeof districtSchema>;
