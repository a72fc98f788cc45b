import { z } from 'zod';
import { bilingualSchema, dateSchema } from './common.ts';
import { criteriaComparisonSchema, criteriaSchema, draftComparisonSchema } from './criteria.ts';
import { jobSchema } from './dataset.ts';

/** Deeper than an officer can read; what recurses over conditions rests on there being a limit. */
const MOST_NESTING = 40;

const draftAllSchema = z.strictObject({
  get all() {
    return z.array(draftConditionSchema).max(100);
  },
});
const draftAnySchema = z.strictObject({
  get any() {
    return z.array(draftConditionSchema).max(100);
  },
});
const draftNotSchema = z.strictObject({
  get not() {
    return draftConditionSchema;
  },
});
const draftConditionSchema = z.union([
  draftAllSchema,
  draftAnySchema,
  draftNotSchema,
  draftComparisonSchema,
]);

const wordsSchema = (mostLetters: number) =>
  z.strictObject({ ja: z.string().max(mostLetters), en: z.string().max(mostLetters) });

const contentSchema = z.strictObject({
  name: wordsSchema(100),
  note: wordsSchema(2000),
  source: wordsSchema(2000),
  tiers: z
    .array(z.strictObject({ label: wordsSchema(200), condition: draftConditionSchema }))
    .max(9),
  othersLabel: wordsSchema(200),
  score: z
    .array(
      z.strictObject({
        label: wordsSchema(200),
        condition: draftConditionSchema,
        points: z.number().int().min(-1000).max(1000),
        /** A rule that is off adds nothing, and is not adopted. */
        off: z.boolean().optional(),
      }),
    )
    .max(100),
});

/** Criteria as they are worked on, finished or not; the domain's `CriteriaContent`. */
export const criteriaContentSchema = z
  .unknown()
  .refine((value) => isShallow(value), {
    error: '条件の入れ子が深すぎます / conditions are nested too deeply',
  })
  .pipe(contentSchema);

/** Whether a value nests no deeper than allowed; goes through it without recursion. */
export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 2 * MOST_NESTING) return false;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return true;
}

/** One version of one criteria document. */
export const criteriaRefSchema = z.object({ id: z.string(), version: z.number().int() });
export type CriteriaRef = z.infer<typeof criteriaRefSchema>;

const draftHeadSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  basedOn: criteriaRefSchema.nullable(),
  /** The criteria of which it becomes the next version. */
  criteriaId: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export const criteriaDraftSchema = draftHeadSchema.extend({ document: contentSchema });
export type CriteriaDraft = z.infer<typeof criteriaDraftSchema>;

export const newDraftSchema = z.object({
  basedOn: criteriaRefSchema.nullable(),
  document: criteriaContentSchema,
});
export const saveDraftSchema = z.object({
  /** The version that was read: a newer one on the server is a 409. */
  version: z.number().int(),
  document: criteriaContentSchema,
});

const adoptionFields = {
  /** Who decided. */
  adoptedBy: z.string().trim().min(1).max(100),
  effectiveOn: dateSchema,
  note: z.string().trim().max(2000),
};
const criteriaAdoptionSchema = z.object({
  ...adoptionFields,
  criteria: criteriaRefSchema,
  adoptedAt: z.string(),
});
export type CriteriaAdoption = z.infer<typeof criteriaAdoptionSchema>;

/** Every criteria document that there is: presets, adopted versions and drafts, and what is in force. */
export const criteriaOverviewSchema = z.object({
  inForce: criteriaRefSchema,
  /** Presets first, then the city's own, newest version first. */
  versions: z.array(z.object({ criteria: criteriaSchema, isPreset: z.boolean() })),
  drafts: z.array(draftHeadSchema.extend({ name: bilingualSchema })),
  /** Latest first. */
  adoptions: z.array(criteriaAdoptionSchema),
});
export type CriteriaOverview = z.infer<typeof criteriaOverviewSchema>;

/** `municipalityVersion` is that of the settings that were read: a newer one is a 409. */
export const adoptDraftSchema = z.object({
  ...adoptionFields,
  municipalityVersion: z.number().int(),
  draftVersion: z.number().int(),
});
export const adoptVersionSchema = z.object({
  ...adoptionFields,
  municipalityVersion: z.number().int(),
  criteria: criteriaRefSchema,
});
export const adoptedSchema = z.object({
  criteria: criteriaRefSchema,
  municipalityVersion: z.number().int(),
  /** Ranks everybody anew. */
  job: jobSchema,
});

/** People who change tier, all or one way; or who stay in theirs and change place. */
export const CHANGE_DIRECTIONS = ['all', 'up', 'down', 'order'] as const;

/** What is to be tried: a document that is worked on, or a version, against a version (null: in force). */
export const criteriaTrialSchema = z.object({
  from: criteriaRefSchema.nullable(),
  to: z.union([criteriaRefSchema, z.object({ document: criteriaContentSchema })]),
  /** Which of the people who change are listed. `district`: null for those of no known one. */
  list: z.object({
    direction: z.enum(CHANGE_DIRECTIONS),
    district: z.string().nullable().optional(),
    limit: z.number().int().min(0).max(500),
  }),
});
export type CriteriaTrial = z.infer<typeof criteriaTrialSchema>;

const { from, to, residents, changed, moves, districts, changes } = criteriaComparisonSchema.shape;
export const criteriaEffectSchema = z.object({
  from,
  to,
  residents,
  changed,
  /** Of them, who comes into a graver tier. */
  up: z.number().int(),
  /** Who stays in their tier and changes rank. */
  reordered: z.number().int(),
  moves,
  districts,
  people: z.object({
    total: z.number().int(),
    rows: z.array(changes.element.extend({ name: z.string(), rosterNumber: z.string() })),
  }),
  /** What is to be known before adopting, at a field of the document that was tried. */
  cautions: z.array(z.object({ path: z.string(), ja: z.string(), en: z.string() })),
});
export type CriteriaEffect = z.infer<typeof criteriaEffectSchema>;
