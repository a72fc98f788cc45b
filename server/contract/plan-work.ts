// Over 300 lines because it is one contract: what the desk of plans asks and is told, step by step.

import { z } from 'zod';
import { ROLES } from '#domain/access/roles';
import { ON_ROSTER } from '#domain/plan/plan-fact';
import { PLAN_STAGES, REVIEW_REASONS } from '#domain/plan/states';
import {
  APPROVALS,
  END_REASONS,
  OPTIONAL_STEPS,
  PARTIES,
  PLAN_STEPS,
  PLAN_TASKS,
} from '#domain/plan/step-names';
import { bilingualSchema, dateSchema, problemSchema } from './common.ts';
import { planContentSchema } from './plan.ts';

const reasonSchema = z.string().trim().min(1).max(1000);

const saidSchema = z.strictObject({ by: z.string().trim().min(1).max(200), on: dateSchema });

const approvalSchema = z.object({
  kind: z.enum(APPROVALS),
  label: bilingualSchema,
  /** Whether the city asks for it, and the destination is one that has to accept. */
  isAsked: z.boolean(),
  /** null: not given, or fallen away. */
  given: z
    .object({
      at: z.string(),
      by: z.string(),
      version: z.number().int(),
      /** Whose word it was and of which day, where `by` wrote down another's. */
      said: saidSchema.optional(),
    })
    .nullable(),
});

const stepForMeSchema = z.object({
  step: z.enum(PLAN_STEPS),
  label: bilingualSchema,
  party: z.enum(PARTIES),
  partyLabel: bilingualSchema,
  /** Whether the plan stands where this step leads on from. */
  isPossible: z.boolean(),
  /** Whether it is what the plan waits for. */
  isNext: z.boolean(),
  /** Whether the actor's role may record it. */
  isMine: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  /** What has to be there first; the step is refused while anything is missing. */
  missing: z.array(z.object({ code: z.string(), message: bilingualSchema })),
  needsReason: z.boolean(),
  /** Whether the actor would write down another's word: then `said` goes with the step. */
  isWordOfAnother: z.boolean(),
});
export type PlanStepForMe = z.output<typeof stepForMeSchema>;

const eventSchema = z.object({
  id: z.string(),
  /** `write`: a save of the content; approvals may have fallen away by it. */
  task: z.enum(PLAN_TASKS),
  label: bilingualSchema,
  from: z.enum(PLAN_STAGES),
  to: z.enum(PLAN_STAGES),
  at: z.string(),
  by: z.string(),
  role: z.enum([...ROLES, 'system']),
  reason: z.string().nullable(),
  reviewReasons: z.array(z.enum(REVIEW_REASONS)),
  endReason: z.enum(END_REASONS).nullable(),
  /** Whose word was written down, and of which day; null: that of `by`, or nobody was named. */
  said: saidSchema.nullable(),
  /** Approvals that fell away by it, and why. */
  fallen: z.array(z.object({ approval: z.enum(APPROVALS), why: bilingualSchema })),
  version: z.number().int(),
});

const versionHeadSchema = z.object({
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  note: z.string().nullable(),
});

/** `GET …/residents/:id/plan` */
export const planViewSchema = z.object({
  residentId: z.string(),
  /** Plans of entries of the roster that turned out to be this person: to be decided on. */
  mergedPlans: z.array(
    z.object({
      residentId: z.string(),
      stage: z.enum(PLAN_STAGES),
      stageLabel: bilingualSchema,
      contentVersion: z.number().int(),
    }),
  ),
  /** The person that this entry turned out to be; null where it stands for itself. */
  mergedInto: z.string().nullable(),
  /** Of the plan, as its paper holds it; null where nothing is kept yet. */
  planId: z.string().nullable(),
  stage: z.enum(PLAN_STAGES),
  stageLabel: bilingualSchema,
  stageSince: z.string().nullable(),
  /** Of the record: moves with each save and each step; 0 = nothing is kept yet. Sent back with both. */
  version: z.number().int(),
  /** Number of the newest version of the content; 0 = none. */
  contentVersion: z.number().int(),
  content: planContentSchema,
  /** Nothing is kept yet: `content` is what the roster knows. */
  isPrefilled: z.boolean(),
  reviewReasons: z.array(z.object({ reason: z.enum(REVIEW_REASONS), label: bilingualSchema })),
  endReason: z.enum(END_REASONS).nullable(),
  approvals: z.array(approvalSchema),
  /** What the plan waits for, and whether that is for the actor's role; null = nothing. */
  next: z.enum(PLAN_TASKS).nullable(),
  steps: z.array(stepForMeSchema),
  /** Whether the actor may save the content at this stage. */
  mayWrite: z.boolean(),
  /** Newest first. */
  events: z.array(eventSchema),
  versions: z.array(versionHeadSchema),
  /** Whoever lives in a facility has the facility's plan: only records of before are shown. */
  isInFacility: z.boolean(),
});
export type PlanView = z.output<typeof planViewSchema>;

/**
 * `PUT …/residents/:id/plan`: `contentVersion` is the one that the edit was begun from, 0 where there was
 * none. A newer one on the server is a 409 with the merge: send that on, with its `contentVersion`.
 */
export const savePlanSchema = z.strictObject({
  contentVersion: z.number().int().min(0),
  content: planContentSchema,
  note: z.string().trim().min(1).max(200).nullable().default(null),
});
export type SavePlan = z.input<typeof savePlanSchema>;

const fieldSchema = z.object({
  /** E.g. `supporters/s1/phone`; rows of lists by their id. */
  path: z.string(),
  label: bilingualSchema,
});
const valueSchema = z.unknown();

export const planMergeSchema = z.object({
  /** The newest on the server: what to send back as `contentVersion`. */
  contentVersion: z.number().int(),
  savedBy: z.string(),
  savedAt: z.string(),
  /** Both edits; where they collide, `theirs` stands (the one on the server). */
  merged: planContentSchema,
  collisions: z.array(
    fieldSchema.extend({ base: valueSchema, theirs: valueSchema, mine: valueSchema }),
  ),
  /** What the other one changed since. */
  theirChanges: z.array(fieldSchema.extend({ before: valueSchema, after: valueSchema })),
});
export type PlanMerge = z.output<typeof planMergeSchema>;
/** Body of that 409. */
export const planConflictSchema = problemSchema.extend({ merge: planMergeSchema });

/** `POST …/residents/:id/plan/steps` */
export const takeStepSchema = z.strictObject({
  /** `version` of the view; a newer one is a 409. */
  version: z.number().int().min(0),
  step: z.enum(PLAN_STEPS),
  reason: reasonSchema.nullable().default(null),
  /** For `call-review`. */
  reviewReason: z.enum(REVIEW_REASONS).nullable().default(null),
  /** For `end`. */
  endReason: z.enum(END_REASONS).nullable().default(null),
  /** For approvals: whose word it was and of which day, where another role writes it down. */
  said: saidSchema.nullish(),
});
export type TakeStep = z.input<typeof takeStepSchema>;

/** `GET …/residents/:id/plan/versions/:version` */
export const planVersionSchema = versionHeadSchema.extend({ content: planContentSchema });
export type PlanVersionOnWire = z.output<typeof planVersionSchema>;

/** `GET …/residents/:id/plan/compare?from&to` */
export const comparePlanQuerySchema = z.object({
  from: z.coerce.number().int().min(0),
  to: z.coerce.number().int().min(0),
});
export const planComparisonSchema = z.object({
  from: versionHeadSchema,
  to: versionHeadSchema,
  changes: z.array(
    fieldSchema.extend({
      kind: z.enum(['changed', 'added', 'removed', 'moved']),
      before: valueSchema,
      after: valueSchema,
      /** The values in words. */
      beforeWords: bilingualSchema,
      afterWords: bilingualSchema,
    }),
  ),
});
export type PlanComparison = z.output<typeof planComparisonSchema>;

const parts = z.string().transform((text) => text.split(',').filter((part) => part !== ''));
/** `GET …/plans/board` */
export const planBoardQuerySchema = z.object({
  stage: parts.pipe(z.array(z.enum(PLAN_STAGES))).optional(),
  district: parts.pipe(z.array(z.string())).optional(),
  tier: parts.pipe(z.array(z.string().regex(/^\d+$/))).optional(),
  /** Plans whose next step is the actor's role's alone. */
  mine: z.enum(['true']).optional(),
  /** At least so many days in its stage. */
  leastDays: z.coerce.number().int().min(0).max(10_000).optional(),
  sort: z.enum(['rank', 'age', 'name']).default('rank'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PlanBoardQuery = z.input<typeof planBoardQuerySchema>;

const stageCountsSchema = z.array(
  z.object({
    stage: z.enum(PLAN_STAGES),
    count: z.number().int(),
    /** Days in the stage: of the one who has waited longest, and of the middle one; null = nobody. */
    longestDays: z.number().int().nullable(),
    medianDays: z.number().int().nullable(),
  }),
);

export const planBoardSchema = z.object({
  /** Of those whom the actor sees and who live at home; every stage, in its order. */
  stages: stageCountsSchema,
  districts: z.array(z.object({ name: z.string().nullable(), stages: stageCountsSchema })),
  people: z.number().int(),
  /** Of whom nothing is kept here, though the roster says that there is a plan. */
  onRoster: z.object({ complete: z.number().int(), draft: z.number().int() }),
  mine: z.number().int(),
  /** Within reach but not seen; null = few, so not said aloud. */
  notSeen: z.number().int().nullable(),
  /** People in a facility, who are not planned for one by one. */
  inFacility: z.number().int(),
  /** How many meet the filters; `rows` is one page of them. */
  total: z.number().int(),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      district: z.string().nullable(),
      tier: z.number().int(),
      rank: z.number().int(),
      stage: z.enum(PLAN_STAGES),
      /** What the roster says of a plan that is not kept here; null where one is, or it says of none. */
      onRoster: z.enum(ON_ROSTER).nullable(),
      /** Days in this stage; null = not started. */
      days: z.number().int().nullable(),
      stageSince: z.string().nullable(),
      /** `write`: what has to be in it before its next step is not there yet. */
      next: z.enum(PLAN_TASKS).nullable(),
      nextParty: z.enum(PARTIES).nullable(),
      isMine: z.boolean(),
      reviewReasons: z.array(z.enum(REVIEW_REASONS)),
    }),
  ),
});
export type PlanBoard = z.output<typeof planBoardSchema>;

const taskSettingSchema = z.strictObject({
  task: z.enum(PLAN_TASKS),
  party: z.enum(PARTIES),
  roles: z
    .array(z.enum(ROLES))
    .min(1)
    .max(ROLES.length)
    .refine((roles) => new Set(roles).size === roles.length, {
      error: '同じ役割が2度あります / a role stands there twice',
    }),
});
const settingContent = {
  /** Every task once. */
  tasks: z
    .array(taskSettingSchema)
    .length(PLAN_TASKS.length)
    .refine((tasks) => new Set(tasks.map(({ task }) => task)).size === tasks.length, {
      error: '同じ手続きが2度あります / a task stands there twice',
    }),
  /** Optional steps that the city asks for. */
  asked: z.array(z.enum(OPTIONAL_STEPS)).max(OPTIONAL_STEPS.length),
  /** A plan is looked at again after so many months; null = no interval. */
  reviewMonths: z.number().int().min(1).max(60).nullable(),
};
/** `GET`, `PUT …/plans/settings`: `version` is the one that was read, 0 = as it comes. */
export const planSettingsSchema = z.strictObject({
  version: z.number().int().min(0),
  ...settingContent,
});
export type PlanSettings = z.output<typeof planSettingsSchema>;
/** With who may be given what at all. */
export const planSettingsViewSchema = planSettingsSchema.extend({
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  labels: z.array(z.object({ task: z.enum(PLAN_TASKS), label: bilingualSchema })),
  allowedRoles: z.array(z.enum(ROLES)),
});
export type PlanSettingsView = z.output<typeof planSettingsViewSchema>;
