import { z } from 'zod';
import { RELATIONS } from '#domain/hazard/relation';
import { CONFLICT_FIELDS } from '#domain/shelter/facility-conflicts';
import { SHELTER_EQUIPMENT, SHELTER_KINDS, SITE_HAZARDS } from '#domain/shelter/shelter';
import { dateSchema, positionSchema } from './common.ts';
import { hazardJudgementSchema, residentRowSchema } from './resident.ts';
import { shelterEditSchema, shelterOverridesSchema } from './shelter-edit.ts';

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
  /** What its lists disagree on, and nobody has decided yet. */
  conflictFields: z.array(z.enum(CONFLICT_FIELDS)),
  acceptedGroups: z.array(z.string()).nullable(),
  equipment: z.array(z.enum(SHELTER_EQUIPMENT)).nullable(),
  /** Something stands in place of what its list says. */
  isEdited: z.boolean(),
  /** Its list says something else now than when that was written. */
  isOvertaken: z.boolean(),
  datasetAsOf: dateSchema.nullable(),
});
export type ShelterRow = z.infer<typeof shelterRowSchema>;
export const shelterListSchema = z.object({ shelters: z.array(shelterRowSchema) });

export const shelterDetailSchema = shelterRowSchema.extend({
  nameKana: z.string().nullable(),
  designatedHazards: z.array(z.enum(SITE_HAZARDS)).nullable(),
  capacityNote: z.string().nullable(),
  basis: z.enum(['designated', 'agreement']).nullable(),
  phone: z.string().nullable(),
  notes: z.string().nullable(),
  hazard: hazardJudgementSchema,
  conflicts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(SHELTER_KINDS),
      name: z.string(),
      capacity: z.number().nullable(),
      position: positionSchema.nullable(),
      /** null where one of the two has no position. */
      distanceMeters: z.number().nullable(),
      datasetAsOf: dateSchema.nullable(),
      /** What still differs undecided, and where the officer left both as they are. */
      fields: z.array(z.enum(CONFLICT_FIELDS)),
      agreed: z.array(z.enum(CONFLICT_FIELDS)),
      /** Of the other record: what a choice is laid over. */
      editVersion: z.number().int(),
      overrides: shelterOverridesSchema,
    }),
  ),
  openingNote: z.string().nullable(),
  edit: shelterEditSchema,
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
  /** Of those whom the actor sees; null = not told. */
  residentsInside: z.number().int().nullable(),
  areaSquareMeters: z.number(),
});
export type ZoneDetail = z.infer<typeof zoneDetailSchema>;

const concerned = {
  relation: z.enum(RELATIONS),
  /** Metres to the boundary of the zone, negative inside. */
  signedDistanceMeters: z.number(),
};
/** Whom and what one zone concerns. */
export const zoneSubjectsSchema = z.object({
  residents: z.array(residentRowSchema.extend({ zone: z.object(concerned) })),
  shelters: z.array(
    z.object({ ...concerned, id: z.string(), name: z.string(), kind: z.enum(SHELTER_KINDS) }),
  ),
});
export const zoneShapeSchema = z.object({
  id: z.string(),
  geometry: z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(positionSchema))),
  }),
});
