import { z } from 'zod';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { ROAD_KINDS, TRAVEL_MODES } from '#domain/road/road';
import { TURNS } from '#domain/routing/route/route';
import { bilingualSchema, dateSchema, positionSchema } from './common.ts';

/** More roads closed by hand than this are a slip: an area or a phenomenon closes many at once. */
export const MOST_CLOSED_ROADS = 2000;
/** More vertices than a hand draws. */
const MOST_AREA_VERTICES = 500;
/** Where alternatives are asked for: the best way and two more at most. */
export const MOST_ROUTES = 3;

export const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** Of roads, profiles and policies. */
export const idSchema = z.string().min(1).max(200);

/** What is closed for one question. Nothing of it is stored, and no place of a person is in an address. */
export const closures = {
  /** Ids of roads, as the tiles and the routes have them; those that are not there are named in the answer. */
  closedRoads: z.array(idSchema).max(MOST_CLOSED_ROADS).default([]),
  /** Closes every road with metres inside a red zone (before designation too) of these. */
  closedPhenomena: z.array(z.enum(PHENOMENA)).max(PHENOMENA.length).default([]),
  /** Closes every road that touches this ring; it ends where it begins. */
  closedArea: z.array(lngLatSchema).min(4).max(MOST_AREA_VERTICES).optional(),
};

/** From when the data are that an answer rests on; null where the file said nothing. */
export const dataDatesSchema = z.object({
  roads: z.array(z.object({ source: z.string(), asOf: dateSchema.nullable() })),
  zones: z.array(dateSchema.nullable()),
  /** False while roads or zones have just changed and are being prepared: the former ones still answer. */
  isCurrent: z.boolean(),
});

/** `GET …/routes/options` */
export const routeOptionsSchema = z.object({
  hasRoads: z.boolean(),
  roadCount: z.number().int(),
  profiles: z.array(
    z.object({
      id: z.string(),
      label: bilingualSchema,
      mode: z.enum(TRAVEL_MODES),
      isFourWheeled: z.boolean(),
    }),
  ),
  policies: z.array(z.object({ id: z.string(), label: bilingualSchema })),
  data: dataDatesSchema,
  mostVia: z.number().int(),
});
export type RouteOptions = z.output<typeof routeOptionsSchema>;

/** `POST …/routes` */
export const routeQuestionSchema = z.strictObject({
  from: lngLatSchema,
  to: lngLatSchema,
  /** In the order that they are gone by; more than `mostVia` are refused with `route.too-many-via`. */
  via: z.array(lngLatSchema).max(500).default([]),
  /** Ids of `options`. */
  profile: idSchema,
  policy: idSchema,
  isNight: z.boolean().default(false),
  ...closures,
  /** Up to two other ways beside the best one; never with places to go by. */
  alternatives: z.boolean().default(false),
});
export type RouteQuestion = z.input<typeof routeQuestionSchema>;

const walkSchema = z.object({
  /** Straight, from the place to its road or from the road to the place. */
  line: z.tuple([positionSchema, positionSchema]),
  lengthMeters: z.number(),
  durationSeconds: z.number(),
  /** Of it, inside red zones and inside any. */
  redMeters: z.number(),
  anyMeters: z.number(),
});

const metersByPhenomenon = z.record(z.enum(PHENOMENA), z.number());

/**
 * One way, with all that is told about it: never "safe". Stretches, legs and the map all count metres
 * along the route as `profile` does.
 */
export const routeSchema = z.object({
  /** Every vertex, and every place where a zone is entered or left. */
  line: z.array(positionSchema),
  lengthMeters: z.number(),
  /** On the roads alone: the walks to and from them come on top. */
  durationSeconds: z.number(),
  /** Metres inside zones from door to door, the walks to and from the roads among them. */
  exposure: z.object({
    byClass: z.record(z.enum(ZONE_CLASSES), z.number()),
    byPhenomenon: z.record(z.enum(ZONE_CLASSES), metersByPhenomenon),
    redMeters: z.number(),
    anyMeters: z.number(),
  }),
  /** Of the roads whose width is known; null where none is. `mostMeters` null: a class without an end. */
  narrowest: z
    .object({
      roadId: z.string(),
      leastMeters: z.number(),
      mostMeters: z.number().nullable(),
    })
    .nullable(),
  widthUnknownMeters: z.number(),
  /** Up positive in the direction of travel; null where no terrain is known. */
  steepestPercent: z.number().nullable(),
  steps: z.object({
    flights: z.number().int(),
    countedSteps: z.number().int(),
    uncountedFlights: z.number().int(),
  }),
  /** 現地確認が必要 */
  unknown: z.array(
    z.object({
      roadId: z.string(),
      name: z.string().nullable(),
      fromMeters: z.number(),
      lengthMeters: z.number(),
      reasons: z.array(bilingualSchema.extend({ code: z.string() })),
    }),
  ),
  walkToRoad: walkSchema,
  walkFromRoad: walkSchema,
  legs: z.array(
    z.object({
      turn: z.enum(TURNS),
      name: z.string().nullable(),
      kind: z.enum(ROAD_KINDS),
      fromMeters: z.number(),
      lengthMeters: z.number(),
      durationSeconds: z.number(),
    }),
  ),
  /** In columns: a way of a city has hundreds of points, and each name would be told with each. */
  profile: z.object({
    /** Metres from the start, elevation, and slope to the next point, at each point of `line`. */
    alongMeters: z.array(z.number()),
    elevationMeters: z.array(z.number().nullable()),
    slopePercent: z.array(z.number().nullable()),
    /** Where the way lies inside zones, by the gravest: from one point of `line` to another. None is no promise. */
    zones: z.array(
      z.object({
        zoneClass: z.enum(ZONE_CLASSES),
        fromPoint: z.number().int(),
        toPoint: z.number().int(),
      }),
    ),
  }),
  roadIds: z.array(z.string()),
});
export type WireRoute = z.output<typeof routeSchema>;

/** A place that was asked about, and where its road is met. */
export const snappedPlaceSchema = z.object({
  position: positionSchema,
  onRoad: positionSchema,
  walkMeters: z.number(),
  roadId: z.string(),
  roadName: z.string().nullable(),
});
export type SnappedPlace = z.output<typeof snappedPlaceSchema>;

/** What the closures of a question came to. */
export const closedSchema = z.object({
  roads: z.number().int(),
  /** Of `closedRoads`: not in the data in force. */
  unknownIds: z.array(z.string()),
});

export const routeAnswerSchema = z.object({
  /** The best one first. */
  routes: z.array(routeSchema).min(1).max(MOST_ROUTES),
  from: snappedPlaceSchema,
  via: z.array(snappedPlaceSchema),
  to: snappedPlaceSchema,
  closed: closedSchema,
  /** What was found on site (`site-overrides`) and bears on this answer. */
  onSite: z.object({
    /** Roads that are closed at the moment, whatever the question closes. */
    closedRoads: z.number().int(),
    /** Of these routes: what stands in place of the data, with its reason. */
    roads: z.array(
      z.object({
        roadId: z.string(),
        name: z.string().nullable(),
        overrideIds: z.array(z.string()),
        reasons: z.array(bilingualSchema.extend({ code: z.string() })),
      }),
    ),
  }),
  data: dataDatesSchema,
});
export type RouteAnswer = z.output<typeof routeAnswerSchema>;

/** `GET …/routes/road?id=` */
export const roadQuerySchema = z.object({ id: idSchema });

/** One road as the data have it, without what was found on site. */
export const roadSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  kind: z.enum(ROAD_KINDS),
  line: z.array(positionSchema),
  /** A place on the line, half way along it. */
  middle: positionSchema,
  lengthMeters: z.number(),
  /** null: not known; the most also where a class has no upper end. */
  leastWidthMeters: z.number().nullable(),
  mostWidthMeters: z.number().nullable(),
  maxHeightMeters: z.number().nullable(),
});
export type RoadOnWire = z.output<typeof roadSchema>;

export const roadAnswerSchema = z.object({
  /** null: not in the roads in force. */
  road: roadSchema.nullable(),
  data: dataDatesSchema,
});

/** Where a road lies, to be said of one without a name: its district, and the named roads that it meets. */
export const whereaboutsSchema = z.object({
  district: z.string().nullable(),
  meets: z.array(z.string()),
});
export type Whereabouts = z.output<typeof whereaboutsSchema>;

/** `POST …/routes/roads`: roads as they are to be kept, as their ids shift with the next file. */
export const roadsToKeepQuestionSchema = z.strictObject({
  ids: z.array(idSchema).max(MOST_CLOSED_ROADS),
});
export const roadsToKeepSchema = z.object({
  /** Those that are in the roads in force, in the order of their ids. */
  roads: z.array(
    z.object({
      source: z.string(),
      id: z.string(),
      name: z.string().nullable(),
      middle: lngLatSchema,
    }),
  ),
  /** Of each of these roads, in their order: told and not kept. */
  whereabouts: z.array(whereaboutsSchema),
});
