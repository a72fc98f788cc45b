import { z } from 'zod';
import { SUPPORTERS_HIDDEN } from '#domain/access/supporters-hidden';
import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { DEVICES, DISABILITY_KINDS } from '#domain/resident/disability';
import { COMMUNICATION_NEEDS, HOUSEHOLDS, PLAN_STATES } from '#domain/resident/facts';
import { SEXES } from '#domain/resident/roster-entry';
import { bilingualSchema, dateSchema, positionSchema } from './common.ts';

export const RESIDENT_SORTS = [
  'rank',
  'name',
  'district',
  'careLevel',
  'distance',
  'age',
  'accuracy',
  'possibleTier',
  'supporters',
] as const;
export type ResidentSort = (typeof RESIDENT_SORTS)[number];

/** One key of the order of the list; the keys before it count first. */
export interface SortKey {
  readonly key: ResidentSort;
  readonly isDescending: boolean;
}

/** Age bands that offices count by; `75-84` and `85-` are 後期高齢者. */
export const AGE_BANDS = ['0-17', '18-64', '65-74', '75-84', '85-'] as const;
export const SUPPORTER_CHOICES = ['none', 'some', 'unknown'] as const;

const SORT_WORD = `-?(?:${RESIDENT_SORTS.join('|')})`;
/** `district,-age`: by district, the oldest first in each. A key that comes again is left out. */
export const sortSchema = z
  .string()
  .regex(new RegExp(`^${SORT_WORD}(?:,${SORT_WORD})*$`))
  .transform((text): SortKey[] => {
    const keys = new Map<ResidentSort, SortKey>();
    for (const word of text.split(',')) {
      const key = RESIDENT_SORTS.find((one) => one === word.replace('-', ''));
      if (key !== undefined && !keys.has(key))
        keys.set(key, { key, isDescending: word.startsWith('-') });
    }
    return [...keys.values()];
  });

const parts = z.string().transform((text) => text.split(',').filter((part) => part !== ''));

/** Query of the list; lists are comma-separated. Unknown values of a fact are asked for as `unknown`. */
export const residentQuerySchema = z.object({
  district: parts.pipe(z.array(z.string())).optional(),
  tier: parts.pipe(z.array(z.string().regex(/^\d+$/))).optional(),
  /** Relation to red zones. */
  red: parts.pipe(z.array(z.enum(RELATIONS))).optional(),
  /** Relation to any zone. */
  relation: parts.pipe(z.array(z.enum(RELATIONS))).optional(),
  careLevel: parts.pipe(z.array(z.enum([...CARE_LEVELS, 'unknown']))).optional(),
  accuracy: parts.pipe(z.array(z.enum(ACCURACIES))).optional(),
  plan: parts.pipe(z.array(z.enum([...PLAN_STATES, 'unknown']))).optional(),
  powerDependent: z.enum(['true', 'false']).optional(),
  /** A phenomenon of a zone that the person is inside of or near; `none` where there is none. */
  phenomenon: parts.pipe(z.array(z.enum([...PHENOMENA, 'none']))).optional(),
  household: parts.pipe(z.array(z.enum([...HOUSEHOLDS, 'unknown']))).optional(),
  supporters: parts.pipe(z.array(z.enum(SUPPORTER_CHOICES))).optional(),
  age: parts.pipe(z.array(z.enum([...AGE_BANDS, 'unknown']))).optional(),
  possibleTier: parts.pipe(z.array(z.string().regex(/^\d+$/))).optional(),
  /** People who left the roster, in place of those who are on it. */
  archived: z.enum(['true']).optional(),
  sort: sortSchema.default([{ key: 'rank', isDescending: false }]),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type ResidentQuery = z.infer<typeof residentQuerySchema>;

export const residentRowSchema = z.object({
  id: z.string(),
  rosterNumber: z.string(),
  name: z.string(),
  nameKana: z.string().nullable(),
  age: z.number().int().nullable(),
  district: z.string().nullable(),
  address: z.string().nullable(),
  careLevel: z.enum(CARE_LEVELS).nullable(),
  powerDependent: z.boolean().nullable(),
  position: positionSchema.nullable(),
  accuracy: z.enum(ACCURACIES),
  redRelation: z.enum(RELATIONS),
  relation: z.enum(RELATIONS),
  /** To the nearest red boundary, negative inside; null where none is within reach. */
  redDistanceMeters: z.number().nullable(),
  /** Of every zone that the person lies in or near. */
  phenomena: z.array(z.enum(PHENOMENA)),
  /** Of those alone that the gravest relation is to; empty where the zones are not shown. */
  gravestPhenomena: z.array(z.enum(PHENOMENA)),
  tier: z.number().int(),
  rank: z.number().int(),
  score: z.number(),
  /** Best tier the person could be in if unknown facts turned out grave; equal to tier otherwise. */
  possibleTier: z.number().int(),
  household: z.enum(HOUSEHOLDS).nullable(),
  /** null = the roster does not say who helps. */
  supporterCount: z.number().int().nullable(),
  plan: z.enum(PLAN_STATES).nullable(),
});
export type ResidentRow = z.infer<typeof residentRowSchema>;

const countsSchema = z.record(z.string(), z.number().int());
export const residentPageSchema = z.object({
  total: z.number().int(),
  offset: z.number().int(),
  rows: z.array(residentRowSchema),
  /** For each filter, how many people each choice would show, the other filters kept. */
  counts: z.object({
    district: countsSchema,
    tier: countsSchema,
    red: countsSchema,
    relation: countsSchema,
    careLevel: countsSchema,
    accuracy: countsSchema,
    plan: countsSchema,
    powerDependent: countsSchema,
    phenomenon: countsSchema,
    household: countsSchema,
    supporters: countsSchema,
    age: countsSchema,
    possibleTier: countsSchema,
    /** How many of those who left the roster meet the other filters. */
    archived: countsSchema,
  }),
});
export type ResidentPage = z.infer<typeof residentPageSchema>;

export const zoneJudgementSchema = z.object({
  zoneId: z.string(),
  zoneName: z.string().nullable(),
  zoneClass: z.enum(ZONE_CLASSES),
  phenomenon: z.enum(PHENOMENA),
  redNotSurveyed: z.boolean(),
  relation: z.enum(RELATIONS),
  /** Metres to the boundary, negative inside. */
  signedDistanceMeters: z.number(),
  nearestBoundary: positionSchema,
  noticeDate: dateSchema.nullable(),
});

export const hazardJudgementSchema = z.object({
  relation: z.enum(RELATIONS),
  redRelation: z.enum(RELATIONS),
  zones: z.array(zoneJudgementSchema),
  marginMeters: z.number(),
  zoneDataAsOf: z.array(dateSchema.nullable()),
  assessedAt: z.string().nullable(),
  /** The judgement in a sentence, e.g. 土石流の特別警戒区域内、境界から12メートル内側. */
  sentence: bilingualSchema,
});

export const explanationLineSchema = z.object({
  kind: z.enum(['tier', 'score', 'note']),
  label: bilingualSchema,
  outcome: z.enum(['met', 'not-met', 'unknown']),
  points: z.number().nullable(),
  /** The facts the line looked at, in words with source and date. */
  facts: z.array(bilingualSchema),
});
export type ExplanationLine = z.infer<typeof explanationLineSchema>;

const factSchema = <T extends z.ZodType>(value: T) =>
  z.object({ value: value.nullable(), source: z.string().nullable(), asOf: dateSchema.nullable() });

export const residentDetailSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  rosterNumber: z.string(),
  name: z.string(),
  nameKana: z.string().nullable(),
  birthDate: dateSchema.nullable(),
  age: z.number().int().nullable(),
  sex: z.enum(SEXES).nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  district: z.string().nullable(),
  reason: z.string().nullable(),
  notes: z.string().nullable(),
  position: positionSchema.nullable(),
  accuracy: z.enum(ACCURACIES),
  radiusMeters: z.number().nullable(),
  /** How the position came about, e.g. the town that the address matched. */
  positionSource: z.string().nullable(),
  careLevel: factSchema(z.enum(CARE_LEVELS)),
  disabilities: factSchema(
    z.array(z.object({ kind: z.enum(DISABILITY_KINDS), grade: z.string().nullable() })),
  ),
  devices: factSchema(z.array(z.enum(DEVICES))),
  household: factSchema(z.enum(HOUSEHOLDS)),
  communication: factSchema(z.enum(COMMUNICATION_NEEDS)),
  plan: factSchema(z.enum(PLAN_STATES)),
  /** Whether `plan` is of the plan that is kept here; else the roster alone says so. */
  isPlanHere: z.boolean(),
  supporters: z
    .array(
      z.object({
        name: z.string(),
        relationship: z.string().nullable(),
        phone: z.string().nullable(),
        address: z.string().nullable(),
      }),
    )
    .nullable(),
  /** They stand in the plan that is kept here, and the roster names fewer or none. */
  isSupportersOfPlan: z.boolean(),
  /** Why `supporters` is null though the roster may name some; null: then the roster does not say. */
  supportersHidden: z.enum(SUPPORTERS_HIDDEN).nullable(),
  hazard: hazardJudgementSchema,
  priority: z.object({
    criteriaId: z.string(),
    criteriaVersion: z.number().int(),
    criteriaName: bilingualSchema,
    effectiveOn: dateSchema,
    tier: z.number().int(),
    rank: z.number().int(),
    score: z.number(),
    possibleTier: z.number().int(),
    lines: z.array(explanationLineSchema),
  }),
  archivedAt: z.string().nullable(),
  /** The actor sees an initial and the block, and no facts that point at the person. */
  isMasked: z.boolean(),
});
export type ResidentDetail = z.infer<typeof residentDetailSchema>;

/** 位置を手で直す. `version` is the one that was read: a newer one on the server is a 409. */
export const movePositionSchema = z.object({
  version: z.number().int(),
  position: positionSchema,
  radiusMeters: z.number().min(1).max(2000).default(5),
  reason: z.string().min(1).max(500),
});
