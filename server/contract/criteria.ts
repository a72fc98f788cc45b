import { z } from 'zod';
import { PHENOMENA } from '#domain/hazard/zone';
import { TESTABLE_RELATIONS } from '#domain/priority/criteria';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { DEVICES, DISABILITY_KINDS } from '#domain/resident/disability';
import { COMMUNICATION_NEEDS, HOUSEHOLDS, PLAN_STATES } from '#domain/resident/facts';
import { bilingualSchema, dateSchema } from './common.ts';

/** 難病 is certified without a grade, so that a condition on its grade could never be met. */
const UNGRADED = 'intractable-disease';

/** `least` values have to be chosen: one, or none yet in a draft. */
function comparisonSchemaOf(least: 0 | 1) {
  const someOf = <const Value extends string>(values: readonly Value[]) =>
    z.array(z.enum(values)).min(least).max(50);
  const disabilityKinds = { fact: z.literal('disabilities'), kinds: someOf(DISABILITY_KINDS) };
  return z.union([
    z.strictObject({ fact: z.literal('redZone'), oneOf: someOf(TESTABLE_RELATIONS) }),
    z.strictObject({ fact: z.literal('anyZone'), oneOf: someOf(TESTABLE_RELATIONS) }),
    z.strictObject({ fact: z.literal('phenomena'), includesAny: someOf(PHENOMENA) }),
    z.strictObject({ fact: z.literal('positionAccuracy'), oneOf: someOf(ACCURACIES) }),
    z.strictObject({ fact: z.literal('age'), atLeast: z.number().int().min(0).max(130) }),
    z.strictObject({ fact: z.literal('careLevel'), atLeast: z.enum(CARE_LEVELS) }),
    z.strictObject({ fact: z.literal('careLevel'), oneOf: someOf(CARE_LEVELS) }),
    z.strictObject(disabilityKinds),
    z
      .strictObject({ ...disabilityKinds, gradeAtMost: z.number().int().min(1).max(7) })
      .refine(({ kinds }) => !kinds.includes('intellectual') && !kinds.includes(UNGRADED), {
        path: ['kinds'],
        error: '番号の等級がない障害です / a disability without numbered grades',
      }),
    z
      .strictObject({
        ...disabilityKinds,
        gradeOneOf: z.array(z.string().min(1).max(20)).min(least).max(50),
      })
      .refine(({ kinds }) => !kinds.includes(UNGRADED), {
        path: ['kinds'],
        error: '等級がない障害です / a disability without grades',
      }),
    z.strictObject({ fact: z.literal('devices'), includesAny: someOf(DEVICES) }),
    z.strictObject({ fact: z.literal('household'), oneOf: someOf(HOUSEHOLDS) }),
    z.strictObject({ fact: z.literal('communication'), oneOf: someOf(COMMUNICATION_NEEDS) }),
    z.strictObject({ fact: z.literal('supporterCount'), atMost: z.number().int().min(0) }),
    z.strictObject({ fact: z.literal('plan'), oneOf: someOf(PLAN_STATES) }),
  ]);
}

/** One fact against fixed values; unknown keys are refused, so a misspelt comparison is not lost. */
export const comparisonSchema = comparisonSchemaOf(1);
/** The same while it is worked on: no value may be chosen yet. */
export const draftComparisonSchema = comparisonSchemaOf(0);

const allSchema = z.strictObject({
  get all() {
    return z.array(conditionSchema).min(1);
  },
});
const anySchema = z.strictObject({
  get any() {
    return z.array(conditionSchema).min(1);
  },
});
const notSchema = z.strictObject({
  get not() {
    return conditionSchema;
  },
});
export const conditionSchema = z.union([allSchema, anySchema, notSchema, comparisonSchema]);

/** A criteria document as it is stored, edited and sent; the domain's `PriorityCriteria`. */
export const criteriaSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.number().int().min(1),
  effectiveOn: dateSchema,
  name: bilingualSchema,
  note: bilingualSchema,
  source: bilingualSchema,
  tiers: z
    .array(z.strictObject({ label: bilingualSchema, condition: conditionSchema }))
    .min(1)
    .max(9),
  othersLabel: bilingualSchema,
  score: z
    .array(
      z.strictObject({
        label: bilingualSchema,
        condition: conditionSchema,
        points: z.number().int().min(-1000).max(1000),
      }),
    )
    .max(100),
});

/** The criteria that a municipality can rank by, and which of them it does. */
export const criteriaListSchema = z.object({
  activeId: z.string(),
  criteria: z.array(criteriaSchema),
});

const tierCountSchema = z.object({
  tier: z.number().int(),
  label: bilingualSchema,
  count: z.number().int(),
  /** How many of them would be in a graver tier if facts that are not known turned out grave. */
  uncertain: z.number().int(),
});

const comparedCriteriaSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  effectiveOn: dateSchema,
  name: bilingualSchema,
  /** Every tier, the others last. */
  tiers: z.array(tierCountSchema),
});

/** Who changes tier between two criteria. `fromTier` counts in `from.tiers`, `toTier` in `to.tiers`. */
export const criteriaComparisonSchema = z.object({
  from: comparedCriteriaSchema,
  to: comparedCriteriaSchema,
  residents: z.number().int(),
  changed: z.number().int(),
  /** People who change tier, in the order of the new ranking. */
  changes: z.array(
    z.object({
      residentId: z.string(),
      district: z.string().nullable(),
      fromTier: z.number().int(),
      toTier: z.number().int(),
      fromRank: z.number().int(),
      toRank: z.number().int(),
    }),
  ),
  /** How many people go from which tier to which, those who stay included. */
  moves: z.array(
    z.object({ fromTier: z.number().int(), toTier: z.number().int(), count: z.number().int() }),
  ),
  /** By name; people of no known district last, as null. */
  districts: z.array(
    z.object({
      district: z.string().nullable(),
      residents: z.number().int(),
      changed: z.number().int(),
      /** People in each tier, the first tier first. */
      fromTiers: z.array(z.number().int()),
      toTiers: z.array(z.number().int()),
    }),
  ),
});
