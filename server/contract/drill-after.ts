import { z } from 'zod';
import type { DrillEvaluation } from '#domain/drill/evaluate/evaluate';
import type { FindingChange } from '#domain/drill/evaluate/finding';
import { bilingualSchema, dateSchema } from './common.ts';
import { scenarioRoadSchema } from './drill-plan.ts';

const minutes = z.number().nullable();

const evaluationSchema = z.object({
  steps: z.array(
    z.object({
      stepId: z.string(),
      state: z.enum(['not-started', 'running', 'done']),
      plannedStart: z.number(),
      plannedMinutes: minutes,
      actualStart: minutes,
      actualEnd: minutes,
      actualMinutes: minutes,
      overMinutes: minutes,
      waitedMinutes: minutes,
      slackMinutes: z.number(),
      isUncertain: z.boolean(),
      problems: z.array(z.string()),
    }),
  ),
  phases: z.array(
    z.object({
      phaseId: z.string(),
      plannedStart: minutes,
      plannedEnd: minutes,
      actualStart: minutes,
      actualEnd: minutes,
      stepsDone: z.number().int(),
      stepCount: z.number().int(),
    }),
  ),
  plannedMinutes: z.number(),
  actualMinutes: minutes,
  bottlenecks: z.array(
    z.object({
      stepId: z.string(),
      kind: z.enum(['took-longer', 'waited', 'not-done', 'problem']),
      minutes,
    }),
  ),
}) satisfies z.ZodType<DrillEvaluation>;

const compared = {
  minutes,
  sameShelterMedian: minutes,
  sameShelterLast: minutes,
  othersMedian: minutes,
  changeSinceLast: minutes,
};

/** `GET …/drills/:id/evaluation`; 409 `drill.not-begun` before it has begun, `drill.no-timeline` without a time line. */
export const drillEvaluationSchema = z.object({
  evaluation: evaluationSchema,
  comparison: z.object({
    sameShelter: z.array(z.string()),
    others: z.array(z.string()),
    steps: z.array(z.object({ stepId: z.string(), ...compared })),
    totalMinutes: z.object(compared),
  }),
  /** The earlier drills that are named. */
  earlier: z.array(z.object({ id: z.string(), title: z.string(), date: dateSchema })),
  people: z.object({
    expected: z.number().int(),
    arrived: z.number().int(),
    notComing: z.number().int(),
    missing: z.number().int(),
    unexpected: z.number().int(),
  }),
  notices: z.array(
    bilingualSchema.extend({
      code: z.string(),
      stepId: z.string().nullable(),
      deviceId: z.string().nullable(),
    }),
  ),
});
export type DrillEvaluationOnWire = z.output<typeof drillEvaluationSchema>;

const line = (most: number) => z.string().trim().min(1).max(most);
export const findingChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('template'),
    stepId: line(64),
    plannedMinutes: z.number().min(0).max(2880),
  }),
  z.strictObject({ kind: z.literal('route-closure'), roads: z.array(scenarioRoadSchema).max(50) }),
  z.strictObject({ kind: z.literal('shelter'), shelterId: line(200), note: z.string().max(500) }),
  z.strictObject({ kind: z.literal('plans'), residentIds: z.array(z.uuid()).max(200) }),
]) satisfies z.ZodType<FindingChange>;

/** What a form of a finding sends; `id` and `doneDate` are the server's. */
const findingContent = {
  text: z.string().trim().max(1000),
  owner: z.string().trim().max(200).nullable(),
  ownerName: z.string().trim().max(100).nullable(),
  dueDate: dateSchema.nullable(),
  change: findingChangeSchema,
};

/** `POST …/drills/:id/findings` (201) answers the list, as do the ones below. 422 with all that it lacks. */
export const newFindingSchema = z.strictObject(findingContent);
export type NewFinding = z.input<typeof newFindingSchema>;
/** `PUT …/drills/:id/findings/:findingId`; 409 `finding.stale`. What was carried out is taken back first. */
export const saveFindingSchema = z.strictObject({ version: z.number().int(), ...findingContent });
/** `PUT …/findings/:findingId/done`: that it was seen to (a date), or not after all (null). */
export const doneFindingSchema = z.strictObject({
  version: z.number().int(),
  doneDate: dateSchema.nullable(),
});
/** `PUT …/findings/:findingId/removed` */
export const removeFindingSchema = z.strictObject({
  version: z.number().int(),
  isRemoved: z.boolean(),
});
/**
 * `PUT …/findings/:findingId/carried-out`: does what the change says, or takes it back. `template`: a new version
 * of the city's template that the drill was made from (the model city's becomes the city's own first);
 * `route-closure`: the roads are closed on site (`site-overrides`) until that is taken back; `shelter`: the note
 * comes to the shelter's opening note; `plans`: they are sent to review with the reason 'drill-finding'.
 */
export const carryOutFindingSchema = z.strictObject({
  version: z.number().int(),
  isCarriedOut: z.boolean(),
});

export const findingSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  ...findingContent,
  /** Ids of `plans` that the actor does not see are left out; so many there are in all. */
  planCount: z.number().int(),
  doneDate: dateSchema.nullable(),
  state: z.enum(['open', 'overdue', 'done']),
  /** null: nothing was done yet, or it was taken back. */
  carriedOut: z
    .object({
      at: z.iso.datetime(),
      by: z.string(),
      /** What it did, in words; what could not be done too (a plan that is not in force). */
      effects: z.array(bilingualSchema),
    })
    .nullable(),
  /** What keeps it from being carried out by this actor; null = it can be. */
  notForMe: bilingualSchema.nullable(),
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  isRemoved: z.boolean(),
});
export type FindingOnWire = z.output<typeof findingSchema>;
/** `GET …/drills/:id/findings` */
export const findingListSchema = z.object({
  findings: z.array(findingSchema),
  mayChange: z.boolean(),
});
