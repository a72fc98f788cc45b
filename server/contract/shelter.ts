import { z } from 'zod';
import { RELATIONS } from '#domain/hazard/relation';
import { SHELTER_EQUIPMENT, SHELTER_KINDS, SITE_HAZARDS } from '#domain/shelter/shelter';
import { dateSchema, positionSchema } from './common.ts';
import { hazardJudgementSchema } from './resident.ts';

export const shelterRowSchema = z.object({
  id: z.string(),
  kind: z.enum(SHELTER_KINDS),
  name: z.string(),
  address: z.string().nullable(),
  position: positionSchema.nullable(),
  /** null = the list carries no hazard flags: unknown, not "none". */
  designatedForLandslide: z.boolean().nullable(),
  capacity: z.number().nullable(),
  redRelation: z.enum(RELATIONS),
  relation: z.enum(RELATIONS),
  outsideBoundary: z.boolean(),
  /** Metres to the record of the same facility on another list, where that is over 30 m. */
  conflictMeters: z.number().nullable(),
  datasetAsOf: dateSchema.nullable(),
});
export type ShelterRow = z.infer<typeof shelterRowSchema>;
export const shelterListSchema = z.object({ shelters: z.array(shelterRowSchema) });

export const shelterDetailSchema = shelterRowSchema.extend({
  nameKana: z.string().nullable(),
  designatedHazards: z.array(z.enum(SITE_HAZARDS)).nullable(),
  capacityNote: z.string().nullable(),
  acceptedGroups: z.array(z.string()).nullable(),
  basis: z.enum(['designated', 'agreement']).nullable(),
  equipment: z.array(z.enum(SHELTER_EQUIPMENT)).nullable(),
  phone: z.string().nullable(),
  notes: z.string().nullable(),
  hazard: hazardJudgementSchema,
  conflicts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(SHELTER_KINDS),
      position: positionSchema.nullable(),
      distanceMeters: z.number(),
    }),
  ),
});
export type ShelterDetail = z.infer<typeof shelterDetailSchema>;

export const zoneDetailSchema = z.object({
  id: z.string(),
  phenomenon: z.string(),
  zoneClass: z.string(),
  redNotSurveyed: z.boolean(),
  zoneNumber: z.string().nullable(),
  zoneName: z.string().nullable(),
  place: z.string().nullable(),
  noticeDate: dateSchema.nullable(),
  repaired: z.string().nullable(),
  datasetId: z.string(),
  datasetAsOf: dateSchema.nullable(),
  credit: z.string().nullable(),
  residentsInside: z.number().int(),
});
export type ZoneDetail = z.infer<typeof zoneDetailSchema>;
