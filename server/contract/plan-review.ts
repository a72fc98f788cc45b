import { z } from 'zod';
import { REVIEW_REASONS } from '#domain/plan/states';
import { bilingualSchema, positionSchema } from './common.ts';

const parts = z.string().transform((text) => text.split(',').filter((part) => part !== ''));

/** Query of `GET …/plans/reviews`; lists are separated by commas, `unknown` = without a district. */
export const planReviewsQuerySchema = z.object({
  reason: parts.pipe(z.array(z.enum(REVIEW_REASONS))).optional(),
  district: parts.pipe(z.array(z.string())).optional(),
  tier: parts.pipe(z.array(z.string().regex(/^\d+$/))).optional(),
  /** Plans that the actor's role may confirm. */
  mine: z.enum(['true']).optional(),
  /** `rank`: whom to look at first by the ranking; `age`: who has waited longest. */
  sort: z.enum(['rank', 'age']).default('rank'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What is no longer as it was when the plan was last confirmed. */
const findingSchema = z.object({
  reason: z.enum(REVIEW_REASONS),
  label: bilingualSchema,
  what: bilingualSchema,
  from: bilingualSchema,
  to: bilingualSchema,
  /** `better`: what spoke against it has gone. */
  change: z.enum(['worse', 'better', 'other']),
  /** Of when the data are (YYYY-MM-DD), before and now; null = they do not say. */
  fromDate: z.string().nullable(),
  toDate: z.string().nullable(),
  /** Since when the program knows. */
  since: z.string(),
  /** It is as it was again; the plan waits to be looked at all the same. */
  isOver: z.boolean(),
});

export const planReviewsSchema = z.object({
  /** Plans of those whom the actor sees: that are to be reviewed, and that meet the filters. */
  waiting: z.number().int(),
  total: z.number().int(),
  /** How many plans wait for each reason; one plan may for several. */
  reasons: z.array(
    z.object({
      reason: z.enum(REVIEW_REASONS),
      label: bilingualSchema,
      count: z.number().int(),
    }),
  ),
  districts: z.array(z.object({ name: z.string().nullable(), count: z.number().int() })),
  /** When all plans were last held against the data; null = never. */
  reviewedAt: z.string().nullable(),
  /** Of when the data are that they were held against. */
  dates: z
    .object({
      zones: z.string().nullable(),
      shelters: z.string().nullable(),
      roads: z.string().nullable(),
      roster: z.string().nullable(),
    })
    .nullable(),
  /** All that meet the filters, in the order of the list, for the map; null = it is not known where. */
  marks: z.array(z.object({ id: z.string(), position: positionSchema.nullable() })),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      district: z.string().nullable(),
      tier: z.number().int(),
      rank: z.number().int(),
      /** Of the plan, to be sent back with the confirmation. */
      version: z.number().int(),
      since: z.string(),
      days: z.number().int(),
      reasons: z.array(z.object({ reason: z.enum(REVIEW_REASONS), label: bilingualSchema })),
      findings: z.array(findingSchema),
      /** What somebody said who called for the review. */
      calls: z.array(
        z.object({
          at: z.string(),
          by: z.string(),
          reasons: z.array(z.enum(REVIEW_REASONS)),
          note: z.string().nullable(),
        }),
      ),
      /** Last confirmed: when (YYYY-MM-DD) and by whom; null = not since plans are looked at. */
      confirmedOn: z.string().nullable(),
      confirmedBy: z.string().nullable(),
      /** Whether the actor's role may confirm it. */
      isMine: z.boolean(),
    }),
  ),
});
export type PlanReviews = z.output<typeof planReviewsSchema>;

/** `POST …/plans/reviews/confirm` and `…/undo`: each plan at the version that was read. */
export const reviewedPlansSchema = z.strictObject({
  plans: z
    .array(z.strictObject({ id: z.uuid(), version: z.number().int().min(1) }))
    .min(1)
    .max(200),
});

/** Each plan by itself: one that somebody else changed keeps no other from being confirmed. */
export const reviewOutcomeSchema = z.object({
  done: z.array(z.object({ id: z.string(), version: z.number().int() })),
  refused: z.array(z.object({ id: z.string(), code: z.string(), message: bilingualSchema })),
});
export type ReviewOutcome = z.output<typeof reviewOutcomeSchema>;
