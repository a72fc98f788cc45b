import { z } from 'zod';
import { PUBLICATION_STATES } from '#domain/drill/publication';
import { DEVICES } from '#domain/resident/disability';
import { bilingualSchema, dateSchema, problemSchema } from './common.ts';
import { drillContentSchema, drillManualSchema } from './drill-plan.ts';

/** Where a drill stands; `running` and `over` follow from its events. */
export const DRILL_STATES = ['planned', 'running', 'over'] as const;

const told = z.object({ code: z.string(), message: bilingualSchema });

export const drillHeadSchema = z.object({
  id: z.string(),
  /** Moves with each save. */
  version: z.number().int(),
  title: z.string(),
  date: dateSchema,
  startTime: z.string().nullable(),
  shelters: z.array(z.object({ id: z.string(), name: z.string() })),
  state: z.enum(DRILL_STATES),
  publication: z.enum(PUBLICATION_STATES),
  /** Of those whom it brings to a shelter; null = not told. */
  people: z.number().int().nullable(),
  participants: z.number().int(),
  openFindings: z.number().int(),
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  isRemoved: z.boolean(),
});
export type DrillHead = z.output<typeof drillHeadSchema>;

/** `GET …/drills?removed=true`: the newest date first; removed ones only where they are asked for. */
export const drillListQuerySchema = z.object({ removed: z.enum(['true']).optional() });
export const drillListSchema = z.object({
  drills: z.array(drillHeadSchema),
  /** Whether the actor may plan drills. */
  mayPlan: z.boolean(),
});

export const drillTimelineSchema = z.object({
  steps: z.array(
    z.object({
      stepId: z.string(),
      startMinute: z.number(),
      endMinute: z.number(),
      slackMinutes: z.number(),
      person: z.number().int(),
    }),
  ),
  phases: z.array(
    z.object({
      phaseId: z.string(),
      startMinute: z.number().nullable(),
      endMinute: z.number().nullable(),
    }),
  ),
  endMinute: z.number(),
  criticalPath: z.array(z.string()),
  unknownSteps: z.array(z.string()),
  isShortest: z.boolean(),
});

/** `GET …/drills/:id`; also the answer of whatever changes it. */
export const drillViewSchema = drillHeadSchema.extend({
  content: drillContentSchema,
  /** null where none can be made: `timelineProblem` says why. */
  timeline: drillTimelineSchema.nullable(),
  timelineProblem: told.nullable(),
  /** When the newest joint tours bring people, which the pick-ups of the time line last; null = none are planned. */
  tourSpan: z
    .object({
      startMinute: z.number(),
      endMinute: z.number(),
      madeAt: z.iso.datetime(),
      /** The plan was changed since: they may not fit it any more. */
      isOutdated: z.boolean(),
    })
    .nullable(),
  /** All that keeps it from being run. */
  problems: z.array(told),
  /** Newest first. */
  versions: z.array(
    z.object({
      version: z.number().int(),
      at: z.iso.datetime(),
      by: z.string(),
      note: z.string().nullable(),
    }),
  ),
  /** Whether the actor may save it as it stands: not once it is running. */
  maySave: z.boolean(),
  mayRun: z.boolean(),
  /** Whether the actor may record that people agreed. */
  mayRecordAgreement: z.boolean(),
});
export type DrillView = z.output<typeof drillViewSchema>;

const noteSchema = z.string().trim().min(1).max(200).nullable().default(null);
/** `POST …/drills` (201, the view). To copy another one send its content. */
export const newDrillSchema = z.strictObject({ content: drillContentSchema, note: noteSchema });
export type NewDrill = z.input<typeof newDrillSchema>;

/** `PUT …/drills/:id`: `version` is the one that the edit was begun from. A newer one on the server is a 409. */
export const saveDrillSchema = z.strictObject({
  version: z.number().int().min(1),
  content: drillContentSchema,
  note: noteSchema,
});
export type SaveDrill = z.input<typeof saveDrillSchema>;

/** `GET …/drills/:id/versions/:version` */
export const drillVersionSchema = z.object({
  version: z.number().int(),
  at: z.iso.datetime(),
  by: z.string(),
  note: z.string().nullable(),
  content: drillContentSchema,
});

export const drillMergeSchema = z.object({
  /** The newest on the server: what to send back as `version`. */
  version: z.number().int(),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
  /** What the other one saved. */
  theirs: drillContentSchema,
  /** Both edits; where they collide, `theirs` stands. */
  merged: drillContentSchema,
  collisions: z.array(
    z.object({
      /** E.g. `manual/phases/reception/steps/check-in/plannedMinutes`; rows of lists by their id. */
      path: z.string(),
      label: bilingualSchema,
      base: z.unknown(),
      theirs: z.unknown(),
      mine: z.unknown(),
    }),
  ),
});
/** Body of the 409 (`drill.stale`). */
export const drillConflictSchema = problemSchema.extend({ merge: drillMergeSchema });

/** `PUT …/drills/:id/removed`: takes a drill away, or that back. One that is published cannot be. */
export const removeDrillSchema = z.strictObject({ isRemoved: z.boolean() });

/**
 * `GET …/drills/:id/candidates`: people with a plan in force (review due included) whose plan leads to one of
 * the shelters, whom the actor sees. Those of the drill are left out.
 */
/** A body and never an address: names must not stand in logs and histories. */
export const searchDrillCandidatesSchema = z.object({
  text: z.string().trim().max(100).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export const drillCandidatesSchema = z.object({
  total: z.number().int(),
  people: z.array(
    z.object({
      residentId: z.string(),
      name: z.string(),
      isMasked: z.boolean(),
      district: z.string().nullable(),
      shelterId: z.string(),
      /** What a new row of `people` begins with, from the plan; null = not known. */
      needsWheelchairPlace: z.boolean().nullable(),
      supporters: z.number().int(),
      devices: z.array(z.object({ device: z.enum(DEVICES), watts: z.number().nullable() })),
      profile: z.string().nullable(),
      /** When the person agreed to an earlier drill; a drill needs an agreement of its own. */
      lastAgreed: dateSchema.nullable(),
    }),
  ),
});
export type DrillCandidates = z.output<typeof drillCandidatesSchema>;

/**
 * `PUT …/drills/:id/people/:personId/agreement` (the view): that somebody agreed to take part in this drill, or
 * (`agreedOn` null) that it was taken back. By officers alone; until then others see initials.
 */
export const drillAgreementSchema = z.strictObject({
  agreedOn: dateSchema.nullable(),
  /** Who explained it. */
  explainedBy: z.string().trim().min(1).max(100).nullable(),
});

/** `GET …/drill-templates`: the model city's first, then the city's own. */
const templateHeadSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: bilingualSchema,
  /** The model city's cannot be changed: save it as one's own. */
  isModel: z.boolean(),
  steps: z.number().int(),
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
  isRemoved: z.boolean(),
});
export const drillTemplateListSchema = z.object({ templates: z.array(templateHeadSchema) });
/** `GET …/drill-templates/:id?version=`; without a version the newest. */
export const drillTemplateQuerySchema = z.object({
  version: z.coerce.number().int().min(1).optional(),
});
export const drillTemplateSchema = templateHeadSchema.extend({
  manual: drillManualSchema,
  versions: z.array(
    z.object({
      version: z.number().int(),
      at: z.iso.datetime().nullable(),
      by: z.string().nullable(),
    }),
  ),
});
export type DrillTemplate = z.output<typeof drillTemplateSchema>;
const templateNameSchema = z.strictObject({
  ja: z.string().trim().min(1).max(100),
  en: z.string().trim().min(1).max(100),
});
/** `POST …/drill-templates` (201); `templateId` and `templateVersion` of the manual are set by the server. */
export const newDrillTemplateSchema = z.strictObject({
  name: templateNameSchema,
  manual: drillManualSchema,
});
/** `PUT …/drill-templates/:id`: a new version; a newer one on the server is a 409 with `theirs`. */
export const saveDrillTemplateSchema = newDrillTemplateSchema.extend({
  version: z.number().int().min(1),
});
export const drillTemplateConflictSchema = problemSchema.extend({ theirs: drillTemplateSchema });
/** `PUT …/drill-templates/:id/removed` */
export const removeDrillTemplateSchema = z.strictObject({ isRemoved: z.boolean() });
