import { z } from 'zod';
import { ZONE_CLASSES } from '#domain/hazard/zone';
import { bilingualSchema, positionSchema } from './common.ts';
import { MOST_DRILL_PEOPLE, scenarioRoadSchema } from './drill-plan.ts';
import { dataDatesSchema, idSchema, routeSchema } from './route.ts';

const told = z.object({ code: z.string(), message: bilingualSchema });
/** From the start of the drill: roads that the scenario and its injects closed by then are closed. */
const minuteSchema = z.number().min(0).max(2880).default(0);

/**
 * `POST …/drills/:id/routes`: from where people set out to their shelter, on the roads as the scenario leaves
 * them. Of the saved plan; people whom the reader sees masked have no route.
 */
export const drillRoutesQuestionSchema = z.strictObject({
  /** null: everybody who comes by themselves (`travel: 'own'`). */
  personIds: z.array(idSchema).min(1).max(MOST_DRILL_PEOPLE).nullable().default(null),
  policy: idSchema,
  minute: minuteSchema,
  /** Practice variants: up to two other ways beside the best. */
  alternatives: z.boolean().default(false),
});
export type DrillRoutesQuestion = z.input<typeof drillRoutesQuestionSchema>;

/** A way in figures; `line` for the map. */
const waySchema = z.object({
  line: z.array(positionSchema),
  lengthMeters: z.number(),
  durationSeconds: z.number(),
  redMeters: z.number(),
  anyMeters: z.number(),
  unknownMeters: z.number(),
});

export const drillRoutesSchema = z.object({
  routes: z.array(
    z.object({
      personId: z.string(),
      shelterId: z.string(),
      profile: z.string(),
      from: positionSchema.nullable(),
      to: positionSchema.nullable(),
      /** The best one first, then the practice variants; empty: `problem` says why. */
      ways: z.array(
        routeSchema.extend({
          /** How much of it lies on the plan's route; null = the plan has none. */
          sharedWithPlanMeters: z.number().nullable(),
        }),
      ),
      problem: told.nullable(),
      /** The route of the person's plan beside them; null = a stand-in, or none in the plan. */
      plan: waySchema
        .extend({
          profile: z.string(),
          /** Roads of it that the scenario closes. */
          closedRoads: z.array(scenarioRoadSchema),
          roadsAsOf: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  /** Closed at that minute. */
  closedRoads: z.array(scenarioRoadSchema),
  /** Of those, not in the roads in force: they close nothing. */
  lostRoads: z.array(scenarioRoadSchema),
  data: dataDatesSchema,
});
export type DrillRoutes = z.output<typeof drillRoutesSchema>;

/**
 * `POST …/drills/:id/tours` (202, a job of kind `tours`; its result is `{ id }`): joint pick-ups of all with
 * `travel: 'tour'` by the vehicles of the plan. How far it is: `GET …/drills/:id/tours/jobs/:jobId`, and `DELETE`
 * cancels it (both answer a `jobSchema`; `…/api/jobs/:id` is for officers alone). 409 `job.conflict` while another
 * job of the municipality runs.
 */
export const planToursSchema = z.strictObject({
  policy: idSchema,
  minute: minuteSchema,
  /** How many seconds of a detour are taken to drive one metre less in a red zone. */
  secondsPerRedMeter: z.number().min(0).max(60).default(1),
});
export type PlanTours = z.input<typeof planToursSchema>;
export type TourConditions = z.output<typeof planToursSchema>;

const tourHeadSchema = z.object({
  id: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  /** Of the drill's plan; older than the drill's: it was changed since. */
  drillVersion: z.number().int(),
  conditions: planToursSchema,
  served: z.number().int(),
  unserved: z.number().int(),
  driveSeconds: z.number(),
  redMeters: z.number().nullable(),
  lastArrivalMinute: z.number().nullable(),
});
/** `GET …/drills/:id/tours`, the newest first: it is the one that the drill is run by. */
export const drillTourListSchema = z.object({ tours: z.array(tourHeadSchema) });

/** `GET …/drills/:id/tours/:tourId?minute=`: by the closures of that minute, that of its conditions unless told. */
export const drillTourQuerySchema = z.object({
  minute: z.coerce.number().min(0).max(2880).optional(),
});
const stopSchema = z.object({
  /** `pick-up`, `shelter`, or the end of the vehicle. */
  kind: z.enum(['start', 'pick-up', 'shelter', 'end']),
  label: z.string(),
  shelterId: z.string().nullable(),
  /** null = the reader does not see where (masked). */
  position: positionSchema.nullable(),
  /** From the start of the drill. */
  arrivalMinute: z.number(),
  departureMinute: z.number(),
  pickedUp: z.array(z.string()),
  droppedOff: z.array(z.string()),
  seatsTaken: z.number().int(),
  wheelchairPlacesTaken: z.number().int(),
  /** The way to this stop from the one before; null at the start, or `problem` says why. */
  leg: waySchema
    .extend({
      /** Where it lies inside zones, by the gravest: from one point of `line` to another. */
      zones: z.array(
        z.object({
          zoneClass: z.enum(ZONE_CLASSES),
          fromPoint: z.number().int(),
          toPoint: z.number().int(),
        }),
      ),
    })
    .nullable(),
  problem: told.nullable(),
  /** By how much the closures since the tours' own minute make the leg longer; null = no way. */
  laterBySeconds: z.number().nullable(),
  /** The roads that make it so: closed since, and on the way as it was. */
  delayedBy: z.array(scenarioRoadSchema),
});
export const drillTourSchema = tourHeadSchema.extend({
  vehicles: z.array(
    z.object({
      vehicleId: z.string(),
      label: z.string(),
      /** Empty: the vehicle is not needed. */
      stops: z.array(stopSchema),
      /** Why it is not; null = it is, or the tours were planned before that was kept. */
      unused: told.nullable(),
      driveSeconds: z.number(),
      redMeters: z.number().nullable(),
      endMinute: z.number(),
    }),
  ),
  unservedPeople: z.array(z.object({ personId: z.string(), reason: told })),
  closedRoads: z.array(scenarioRoadSchema),
  data: dataDatesSchema,
});
export type DrillTour = z.output<typeof drillTourSchema>;

/**
 * Files of the newest tours and of the ways of those who come by themselves, of one vehicle or person or of all:
 * `GET …/drills/:id/routes.gpx`, `…/routes.geojson`, `…/route-cards.pdf`; and
 * `GET …/drills/:id/forms/:formId.pdf` (開設および移送要請書, 日報, 勤務表 and the city's own), with
 * `filled=true` with what the plan and the events know, else empty.
 */
export const drillFilesQuerySchema = z.object({
  vehicle: z.string().max(64).optional(),
  person: z.string().max(64).optional(),
  policy: idSchema.default('keep-out-of-red'),
});
export const drillFormQuerySchema = z.object({
  filled: z.enum(['true']).optional(),
  shelter: z.string().max(200).optional(),
});
