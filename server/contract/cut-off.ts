import { z } from 'zod';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { positionSchema } from './common.ts';
import { closedSchema, closures, dataDatesSchema, idSchema, whereaboutsSchema } from './route.ts';
import { routedPersonSchema } from './routed-person.ts';

/** Cuts that are told, those first with most people behind. */
export const MOST_CUTS = 200;

/** `POST …/routes/cut-off`, and `…/cut-off.csv` with the same body and which people are meant */
export const cutOffQuestionSchema = z.strictObject({
  /** Ids of profiles: one that walks or is pushed, one that drives. */
  footProfile: idSchema,
  vehicleProfile: idSchema,
  isNight: z.boolean().default(false),
  ...closures,
});
export const cutOffFileSchema = cutOffQuestionSchema.extend({
  /** Those alone whom the closures cut off, on foot or by vehicle. */
  isCutOffOnly: z.boolean().default(false),
});
export type CutOffQuestion = z.input<typeof cutOffQuestionSchema>;

/** How somebody fares with the closures, against without. */
export const REACH_STATES = ['cut-off', 'cut-off-before', 'longer', 'as-before'] as const;
export type ReachState = (typeof REACH_STATES)[number];

const reachSchema = z.object({
  state: z.enum(REACH_STATES),
  /** How much longer; null unless `longer`. Below 0 where the way of before was redder and slower. */
  extraSeconds: z.number().nullable(),
  /** More metres inside red zones; null unless `longer`. */
  extraRedMeters: z.number().nullable(),
});

const peopleFiguresSchema = z.object({
  people: z.number().int(),
  tier1: z.number().int(),
  /** Devices that need power; people of whom that is unknown are not among them. */
  needsPower: z.number().int(),
});
const byTravelSchema = z.object({
  cutOff: peopleFiguresSchema,
  longer: peopleFiguresSchema,
  cutOffBefore: peopleFiguresSchema,
});

/**
 * On foot: whether any shelter can be reached. By vehicle: whether the place hangs together with the
 * greatest part of the roads, as a shelter inside of what is cut off ends no isolation (孤立).
 * All figures are of those whom the actor sees: who chooses what is closed could reckon single people out
 * of the counts of others.
 */
export const cutOffAnswerSchema = z.object({
  foot: byTravelSchema,
  vehicle: byTravelSchema,
  /** Cut off both on foot and by vehicle, by the closures. */
  both: peopleFiguresSchema,
  /** Who was looked at; who could not be, as no place is known; who may only be counted (null = hidden). */
  examined: z.number().int(),
  withoutPosition: z.number().int(),
  /** Of those looked at: known no better than by block or town, so that another road may be theirs. */
  approximate: z.number().int(),
  notSeen: z.number().int().nullable(),
  shelters: z.number().int(),
  /** Everybody whom the closures change something for, and who was cut off before; gravest first, then by rank. */
  people: z.array(
    routedPersonSchema.extend({
      /** As far as the actor's role sees them. */
      age: z.number().int().nullable(),
      address: z.string().nullable(),
      careLevel: z.enum(CARE_LEVELS).nullable(),
      foot: reachSchema,
      vehicle: reachSchema,
    }),
  ),
  districts: z.array(
    z.object({
      /** null: people of whom no district is known. */
      name: z.string().nullable(),
      people: z.number().int(),
      foot: peopleFiguresSchema,
      vehicle: peopleFiguresSchema,
    }),
  ),
  /** Ids of what is closed, for the map; the first 5,000. */
  closed: closedSchema.extend({ ids: z.array(z.string()) }),
  data: dataDatesSchema,
});
export type CutOffAnswer = z.output<typeof cutOffAnswerSchema>;

/** `GET …/routes/cuts?profile=`; with `district` only people of that one are counted, so that its roads come first. */
export const cutsQuerySchema = z.object({
  profile: idSchema,
  district: z.string().min(1).max(200).optional(),
});

/** What cuts people off when it goes alone, most people behind it first. */
export const cutsAnswerSchema = z.object({
  cuts: z.array(
    peopleFiguresSchema.extend({
      ...whereaboutsSchema.shape,
      kind: z.enum(['road', 'junction']),
      id: z.string(),
      /** Of a road; of a junction the names of the roads that meet there, joined. */
      name: z.string().nullable(),
      /** Of a road its line, of a junction its one position. */
      line: z.array(positionSchema).min(1),
      isBridge: z.boolean(),
      redMeters: z.number(),
    }),
  ),
  /** How many roads and junctions have people behind them, those told or not. */
  found: z.number().int(),
  examined: z.number().int(),
  data: dataDatesSchema,
});
export type CutsAnswer = z.output<typeof cutsAnswerSchema>;
