import { z } from 'zod';
import { CONFLICT_FIELDS } from '#domain/shelter/facility-conflicts';
import { SHELTER_EQUIPMENT } from '#domain/shelter/shelter';
import { SHELTER_FIELDS } from '#domain/shelter/shelter-edit';
import { positionSchema } from './common.ts';

/** Values in place of the list's; a field that is missing is as the list has it. */
export const shelterOverridesSchema = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  position: z.tuple([z.number().min(122).max(154), z.number().min(20).max(46)]).optional(),
  capacity: z.number().int().min(0).max(100_000).nullable().optional(),
  acceptedGroups: z.array(z.string().trim().min(1).max(100)).max(50).nullable().optional(),
  equipment: z.array(z.enum(SHELTER_EQUIPMENT)).nullable().optional(),
  phone: z.string().trim().max(50).nullable().optional(),
  designatedForLandslide: z.boolean().nullable().optional(),
  openingNote: z.string().trim().max(2000).nullable().optional(),
});
export type ShelterOverridesView = z.output<typeof shelterOverridesSchema>;

/** As a list has them: not held to what an officer may type. */
const listedSchema = z.object({
  name: z.string().optional(),
  position: positionSchema.nullable().optional(),
  capacity: z.number().nullable().optional(),
  acceptedGroups: z.array(z.string()).nullable().optional(),
  equipment: z.array(z.enum(SHELTER_EQUIPMENT)).nullable().optional(),
  phone: z.string().nullable().optional(),
  designatedForLandslide: z.boolean().nullable().optional(),
  openingNote: z.string().nullable().optional(),
});
export type ListedShelterValues = z.output<typeof listedSchema>;

/** What stands in place of the list's record, what that says, and how it came about. */
export const shelterEditSchema = z.object({
  /** 0 where nobody said anything yet. */
  version: z.number().int(),
  overrides: shelterOverridesSchema,
  /** What the list says now of the fields that are overridden, and what it said then. */
  listed: listedSchema,
  listedThen: listedSchema,
  /** Fields of which the list says something else now. */
  overtaken: z.array(z.enum(SHELTER_FIELDS)),
  /** Latest first. */
  history: z.array(
    z.object({
      version: z.number().int(),
      former: shelterOverridesSchema,
      overrides: shelterOverridesSchema,
      reason: z.string(),
      changedAt: z.string(),
      changedBy: z.string(),
    }),
  ),
});

/** All that is to stand in place of the list; `version` is the one that was read (else 409). */
export const editShelterSchema = z.strictObject({
  version: z.number().int().min(0),
  overrides: shelterOverridesSchema,
  reason: z.string().trim().min(1).max(500),
  editedBy: z.string().trim().min(1).max(100),
});

/** That two records of a facility differ and both are right; false takes that back. */
export const agreeShelterSchema = z.strictObject({
  otherId: z.string().min(1).max(200),
  field: z.enum(CONFLICT_FIELDS),
  isAgreed: z.boolean(),
  decidedBy: z.string().trim().min(1).max(100),
});
