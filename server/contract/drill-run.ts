import { z } from 'zod';
import type { RunEvent } from '#domain/drill/run/event';
import { bilingualSchema, positionSchema } from './common.ts';
import { drillTimelineSchema } from './drill.ts';
import { drillContentSchema } from './drill-plan.ts';

const id = z.string().min(1).max(64);
const text = z.string().trim().max(1000);
const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const MOST_EVENTS = 1000;
/** A device counts from 1; a database keeps no greater number. */
const sequence = z.number().int().min(1).max(2_147_483_647);

/** One photo; a tablet takes 3 to 6 MB. Anything bigger is refused before it is read (413). */
export const MOST_DRILL_PHOTO_BYTES = 10 * 2 ** 20;
/** Of one drill. */
export const MOST_DRILL_PHOTOS = 200;
export const DRILL_PHOTO_MEDIA_TYPES = ['image/png', 'image/jpeg'] as const;

const eventNameSchema = z.strictObject({
  deviceId: z.uuid(),
  sequence,
});
const step = { stepId: id.nullable() };
const bodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drill-start') }),
  z.strictObject({ kind: z.literal('drill-end') }),
  z.strictObject({ kind: z.literal('start'), stepId: id }),
  z.strictObject({ kind: z.literal('done'), stepId: id }),
  z.strictObject({ kind: z.literal('problem'), ...step, text }),
  z.strictObject({ kind: z.literal('note'), ...step, text }),
  z.strictObject({ kind: z.literal('photo'), ...step, photoId: z.uuid(), caption: text }),
  z.strictObject({
    kind: z.literal('arrival'),
    personId: id.nullable(),
    shelterId: z.string().min(1).max(200),
    companions: z.number().int().min(0).max(50),
  }),
  z.strictObject({ kind: z.literal('not-coming'), personId: id }),
  z.strictObject({ kind: z.literal('attendance'), participantId: id, isThere: z.boolean() }),
  z.strictObject({ kind: z.literal('position'), participantId: id, position: lngLat }),
  z.strictObject({ kind: z.literal('inject'), injectId: id }),
  z.strictObject({ kind: z.literal('undo'), event: eventNameSchema }),
]);

/** As domain/drill/run knows it. `deviceId` is a random UUID that the device made for itself. */
export const runEventSchema = z.strictObject({
  deviceId: z.uuid(),
  sequence,
  deviceMillis: z.number().int(),
  /** As the device measured it by an earlier answer; null: the server measures it with this batch. */
  offsetMillis: z.number().int().nullable(),
  participantId: id.nullable(),
  body: bodySchema,
}) satisfies z.ZodType<RunEvent>;

/**
 * `POST …/drills/:id/events`: what a device wrote down, as often as it likes: an event counts once by its device
 * and sequence. Two that differ under one name are both kept (and told as a notice).
 */
export const appendEventsSchema = z.strictObject({
  /** By the device's clock when this is sent: by it the server knows how wrong that is. */
  sentMillis: z.number().int(),
  events: z.array(runEventSchema).max(MOST_EVENTS),
});
export type AppendEvents = z.input<typeof appendEventsSchema>;
export const eventsAppendedSchema = z.object({
  /** Of the last event that is kept. */
  cursor: z.number().int(),
  /** By the server's clock: `nowMillis` less the middle of asking is the device's offset. */
  nowMillis: z.number().int(),
  /** Server's clock less the device's, by this batch. */
  offsetMillis: z.number().int(),
  /** Names of all events of the batch that are kept now, or were before. */
  kept: z.array(z.object({ deviceId: z.string(), sequence: z.number().int() })),
  /** Arrivals at another's shelter and the like: not kept, with the reason. */
  refused: z.array(
    z.object({
      deviceId: z.string(),
      sequence: z.number().int(),
      code: z.string(),
      message: bilingualSchema,
    }),
  ),
});

/** `GET …/drills/:id/events?after=`: in the order in which they came in. */
export const drillEventsQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
});
/** Also the data of each `event: events` of `GET …/drills/:id/live?after=` (its id is the cursor: Last-Event-ID). */
export const drillEventsSchema = z.object({
  cursor: z.number().int(),
  nowMillis: z.number().int(),
  events: z.array(
    z.object({
      cursor: z.number().int(),
      receivedAt: z.iso.datetime(),
      /** The account that sent it. */
      by: z.string(),
      event: runEventSchema,
    }),
  ),
  /** More are there: ask again after `cursor`. */
  hasMore: z.boolean(),
});
export type DrillEvents = z.output<typeof drillEventsSchema>;

/**
 * `GET …/drills/:id/run`: all that a tablet needs to go on without a network. The state is reckoned by
 * domain/drill/run (`runState`) from these and the events, on the tablet as on the server.
 */
export const drillRunSchema = z.object({
  drillId: z.string(),
  version: z.number().int(),
  content: drillContentSchema,
  timeline: drillTimelineSchema.nullable(),
  /** When people should arrive, in minutes from the start: by the newest tours, else by their latest arrival. */
  expected: z.array(z.object({ personId: z.string(), minute: z.number() })),
  shelters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      position: positionSchema.nullable(),
      acceptedGroups: z.array(z.string()).nullable(),
    }),
  ),
  /** Shelters that the actor receives people at; null = all of the drill. */
  ownShelterIds: z.array(z.string()).nullable(),
  mayRun: z.boolean(),
  events: drillEventsSchema,
});
export type DrillRun = z.output<typeof drillRunSchema>;

/**
 * `PUT …/drills/:id/photos/:photoId` with the picture as its body; the id is a UUID of the device's, so that a
 * photo that is sent twice is kept once. Then `GET` under the same address. 413 `request.too-large`.
 */
export const drillPhotoKeptSchema = z.object({
  id: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
});
