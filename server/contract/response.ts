import { z } from 'zod';
import { ROLES } from '#domain/access/roles';
import { RELATIONS } from '#domain/hazard/relation';
import { RESPONSE_GROUPS, RESPONSE_KINDS, RESPONSE_STATUSES } from '#domain/plan/response';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { DEVICES } from '#domain/resident/disability';
import { WARNING_LEVELS } from '#domain/warning/warning-level';
import { positionSchema } from './common.ts';
import { dataDatesSchema, lngLatSchema } from './route.ts';

const levelSchema = z.object({
  level: z.literal(WARNING_LEVELS),
  /** Names of districts; null = all of the municipality. */
  districts: z.array(z.string().min(1)).min(1).max(200).nullable(),
});
const levelsSchema = z.array(levelSchema).max(20);

/** `POST …/responses`. A rehearsal works on copied data; neither kind ever changes a plan. */
export const openResponseSchema = z.strictObject({
  kind: z.enum(RESPONSE_KINDS),
  districts: z.array(z.string().min(1)).min(1).max(200).nullable(),
  /** Levels that it goes by from now on. */
  levels: levelsSchema,
});
export type OpenResponse = z.input<typeof openResponseSchema>;

/** `POST …/responses/:id/levels`: levels that were raised, from now on; those before stay. */
export const raiseLevelsSchema = z.strictObject({ levels: levelsSchema.min(1) });
/** `PUT …/responses/:id/closed`; false takes the end back. */
export const closeResponseSchema = z.strictObject({ isClosed: z.boolean() });

const responseHeadSchema = z.object({
  id: z.string(),
  kind: z.enum(RESPONSE_KINDS),
  districts: z.array(z.string()).nullable(),
  levels: z.array(levelSchema.extend({ since: z.string() })),
  openedBy: z.string(),
  openedAt: z.string(),
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
});
export type ResponseHead = z.output<typeof responseHeadSchema>;

/** Open ones first, then the newest. */
export const responseListSchema = z.object({
  responses: z.array(
    responseHeadSchema.extend({
      /** Open, and of somebody whom the actor sees, or at a shelter where the actor receives people. */
      concernsMe: z.boolean(),
    }),
  ),
  /** Whether the actor may open and end them. */
  mayOpen: z.boolean(),
});
export type ListedResponse = z.output<typeof responseListSchema>['responses'][number];

const statusCountsSchema = z.object(
  Object.fromEntries(RESPONSE_STATUSES.map((status) => [status, z.number().int()])) as Record<
    (typeof RESPONSE_STATUSES)[number],
    z.ZodNumber
  >,
);

/** Of those whom the actor sees. */
export const responseCountsSchema = z.object({
  all: statusCountsSchema,
  districts: z.array(z.object({ name: z.string().nullable(), counts: statusCountsSchema })),
  shelters: z.array(
    z.object({
      id: z.string(),
      expected: statusCountsSchema,
      arrived: z.number().int(),
      arrivedFromElsewhere: z.number().int(),
    }),
  ),
});
const unexpectedSchema = z.array(z.object({ shelterId: z.string(), people: z.number().int() }));

const standingSchema = z.object({
  status: z.enum(RESPONSE_STATUSES),
  /** null = nobody has said anything. */
  at: z.string().nullable(),
  shelterId: z.string().nullable(),
  reportedBy: z.string().nullable(),
  reportedRole: z.enum([...ROLES, 'system']).nullable(),
});

export const toMoveSchema = standingSchema.extend({
  id: z.string(),
  name: z.string(),
  nameKana: z.string().nullable(),
  address: z.string().nullable(),
  district: z.string().nullable(),
  position: positionSchema.nullable(),
  tier: z.number().int(),
  /** Among those whom the actor sees; 0 = not ranked. */
  rank: z.number().int(),
  redRelation: z.enum(RELATIONS),
  /** As those below null where it is not known, or not shown to the role. */
  careLevel: z.enum(CARE_LEVELS).nullable(),
  powerDependent: z.boolean().nullable(),
  devices: z.array(z.enum(DEVICES)).nullable(),
  hasPlan: z.boolean(),
  group: z.enum(RESPONSE_GROUPS),
  latestStart: z.string().nullable(),
  /** Something that takes time is not known, so it has to be earlier still. */
  isUpperBound: z.boolean(),
  /** Where the plan leads; null = not known, or not shown to the role. */
  destination: z.string().nullable(),
  expectedShelterId: z.string().nullable(),
  isMine: z.boolean(),
});
export type ToMoveOnWire = z.output<typeof toMoveSchema>;

/** `GET …/responses/:id`: everybody whom the actor sees, in the order of whom to move. */
export const responseDetailSchema = responseHeadSchema.extend({
  /** Streams that are opened with it as `Last-Event-ID` go on from here. */
  moment: z.number().int(),
  /** By the clock of the server. */
  now: z.string(),
  people: z.array(toMoveSchema),
  counts: responseCountsSchema,
  unexpected: unexpectedSchema,
  /** Names of the shelters that are spoken of. */
  shelters: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Shelters that the actor receives people at. */
  ownShelterIds: z.array(z.string()),
  mayOpen: z.boolean(),
});
export type ResponseDetail = z.output<typeof responseDetailSchema>;

const MOST_REPORTS = 500;
/** `POST …/responses/:id/reports`: many at once where a phone comes back. Sent twice, they are said once. */
export const sendReportsSchema = z.strictObject({
  /** Of the device's clock, when this is sent: a clock that is wrong is set right by it. */
  sentAt: z.iso.datetime(),
  reports: z
    .array(
      z.strictObject({
        id: z.uuid(),
        personId: z.uuid(),
        status: z.enum(RESPONSE_STATUSES),
        /** Of the same clock, when it was so. */
        at: z.iso.datetime(),
        shelterId: z.string().min(1).max(200).nullable().default(null),
      }),
    )
    .min(1)
    .max(MOST_REPORTS),
});
export type SendReports = z.input<typeof sendReportsSchema>;
export const reportsTakenSchema = z.object({
  moment: z.number().int(),
  /** Ids of reports that are kept now, or were before. */
  taken: z.array(z.string()),
  /** Ids of reports about people whom the actor does not see, or at another's shelter: not kept. */
  refused: z.array(z.object({ id: z.string(), code: z.string() })),
});

/** `GET …/responses/:id/reports`: of one person, or of all whom the actor sees. */
export const reportsQuerySchema = z.object({ person: z.uuid().optional() });
export const reportListSchema = z.object({
  /** The newest first, by the time of which each is. */
  reports: z.array(
    z.object({
      id: z.string(),
      personId: z.string(),
      status: z.enum(RESPONSE_STATUSES),
      at: z.string(),
      /** When the server had it: later where the device was without a network. */
      receivedAt: z.string(),
      shelterId: z.string().nullable(),
      /** As the list of shelters has it; null where it has none, or there is no shelter. */
      shelterName: z.string().nullable(),
      reportedBy: z.string(),
      reportedRole: z.enum([...ROLES, 'system']),
    }),
  ),
});
export type ReportList = z.output<typeof reportListSchema>;

/** `POST …/responses/:id/way`: how to come to somebody. The place is in the body, and is neither kept nor logged. */
export const wayToPersonSchema = z.strictObject({
  personId: z.uuid(),
  /** Where the helper is; null = at home, as the plan says. */
  from: lngLatSchema.nullable(),
  by: z.enum(['foot', 'car']).default('foot'),
});
export const wayAnswerSchema = z.object({
  /** Name of the supporter of the plan from whose place the way begins; null where it begins where the device is. */
  supporter: z.string().nullable(),
  line: z.array(positionSchema),
  lengthMeters: z.number(),
  durationSeconds: z.number(),
  redMeters: z.number(),
  anyMeters: z.number(),
  /** To be looked at on site. */
  unknownMeters: z.number(),
  data: dataDatesSchema,
});
export type WayAnswer = z.output<typeof wayAnswerSchema>;

/** `POST …/responses/:id/unexpected`: somebody whom the shelter does not expect; below 0 takes back. */
export const countUnexpectedSchema = z.strictObject({
  id: z.uuid(),
  shelterId: z.string().min(1).max(200),
  people: z
    .number()
    .int()
    .min(-100)
    .max(100)
    .refine((people) => people !== 0, { error: '0人は数えられません / not 0 people' }),
});
export const unexpectedCountedSchema = z.object({ unexpected: unexpectedSchema });

/** `GET …/responses/:id/events`: what each event of the stream holds. `state` first, then `change`. */
export const responseEventSchema = z.object({
  moment: z.number().int(),
  isClosed: z.boolean(),
  /** Moves when levels were raised: latest starts are others then. */
  levels: z.number().int(),
  counts: responseCountsSchema,
  unexpected: unexpectedSchema,
  /** `state`: of whom something was said; `change`: of whom something else stands now. */
  people: z.array(standingSchema.extend({ id: z.string() })),
});
export type ResponseEvent = z.output<typeof responseEventSchema>;
