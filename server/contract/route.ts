/* Long: every question about roads and its answer share the road, the place and the route on the wire. */
import { z } from 'zod';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { ROAD_KINDS, TRAVEL_MODES } from '#domain/road/road';
import { TURNS } from '#domain/routing/route/route';
import { bilingualSchema, dateSchema, positionSchema } from './common.ts';
import { routedPersonSchema } from './routed-person.ts';

/** More roads closed by hand than this are a slip: an area or a phenomenon closes many at once. */
export const MOST_CLOSED_ROADS = 2000;
/** More vertices than a hand draws. */
const MOST_AREA_VERTICES = 500;
/** Where alternatives are asked for: the best way and two more at most. */
export const MOST_ROUTES = 3;
/** Cuts that are told, those first with most people behind. */
export const MOST_CUTS = 200;

const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const idSchema = z.string().min(1).max(200);

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
});

const metersByPhenomenon = z.record(z.enum(PHENOMENA), z.number());

/**
 * One way, with all that is told about it: never "safe". Stretches, legs and the map all count metres
 * along the route as `profile` does, which holds every vertex of the line and every edge of a zone.
 */
export const routeSchema = z.object({
  line: z.array(positionSchema),
  lengthMeters: z.number(),
  /** On the roads alone: the walks to and from them come on top. */
  durationSeconds: z.number(),
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
  /** Slope and zone hold from a point to the next one. */
  profile: z.array(
    z.object({
      alongMeters: z.number(),
      position: positionSchema,
      elevationMeters: z.number().nullable(),
      slopePercent: z.number().nullable(),
      /** The gravest; null = outside of all zones, which is no promise. */
      zoneClass: z.enum(ZONE_CLASSES).nullable(),
    }),
  ),
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
});

/** `POST …/routes/cut-off` */
export const cutOffQuestionSchema = z.strictObject({
  /** Ids of profiles: one that walks or is pushed, one that drives. */
  footProfile: idSchema,
  vehicleProfile: idSchema,
  isNight: z.boolean().default(false),
  ...closures,
});
export type CutOffQuestion = z.input<typeof cutOffQuestionSchema>;

/** How somebody fares with the closures, against without. */
export const REACH_STATES = ['cut-off', 'cut-off-before', 'longer', 'as-before'] as const;
export type ReachState = (typeof REACH_STATES)[number];

const reachSchema = z.object({
  state: z.enum(REACH_STATES),
  /** How much longer; null unless `longer`. Below 0 where the way of before was redder and slower. */
  extraSeconds: z.number().nullable(),
  /** More metres inside red zones; null unless `longer`. */
  extraRedMeters: z.number().nullable(),
});

const peopleFiguresSchema = z.object({
  people: z.number().int(),
  tier1: z.number().int(),
  /** Devices that need power; people of whom that is unknown are not among them. */
  needsPower: z.number().int(),
});
const byTravelSchema = z.object({
  cutOff: peopleFiguresSchema,
  longer: peopleFiguresSchema,
  cutOffBefore: peopleFiguresSchema,
});

/**
 * On foot: whether any shelter can be reached. By vehicle: whether the place hangs together with the
 * greatest part of the roads, as a shelter inside of what is cut off ends no isolation (孤立).
 * All figures are of those whom the actor sees: who chooses what is closed could reckon single people out
 * of the counts of others.
 */
export const cutOffAnswerSchema = z.object({
  foot: byTravelSchema,
  vehicle: byTravelSchema,
  /** Cut off both on foot and by vehicle, by the closures. */
  both: peopleFiguresSchema,
  /** Who was looked at; who could not be, as no place is known; who may only be counted (null = hidden). */
  examined: z.number().int(),
  withoutPosition: z.number().int(),
  /** Of those looked at: known no better than by block or town, so that another road may be theirs. */
  approximate: z.number().int(),
  notSeen: z.number().int().nullable(),
  shelters: z.number().int(),
  /** Everybody whom the closures change something for, and who was cut off before; gravest first, then by rank. */
  people: z.array(
    routedPersonSchema.extend({
      foot: reachSchema,
      vehicle: reachSchema,
    }),
  ),
  districts: z.array(
    z.object({
      /** null: people of whom no district is known. */
      name: z.string().nullable(),
      people: z.number().int(),
      foot: peopleFiguresSchema,
      vehicle: peopleFiguresSchema,
    }),
  ),
  /** Ids of what is closed, for the map; the first 5,000. */
  closed: closedSchema.extend({ ids: z.array(z.string()) }),
  data: dataDatesSchema,
});
export type CutOffAnswer = z.output<typeof cutOffAnswerSchema>;

/** `GET …/routes/cuts?profile=` */
export const cutsQuerySchema = z.object({ profile: idSchema });

/** What cuts people off when it goes alone, most people behind it first. */
export const cutsAnswerSchema = z.object({
  cuts: z.array(
    peopleFiguresSchema.extend({
      kind: z.enum(['road', 'junction']),
      id: z.string(),
      /** Of a road; of a junction the names of the roads that meet there, joined. */
      name: z.string().nullable(),
      /** Of a road its line, of a junction its one position. */
      line: z.array(positionSchema).min(1),
      isBridge: z.boolean(),
      redMeters: z.number(),
    }),
  ),
  /** How many roads and junctions have people behind them, those told or not. */
  found: z.number().int(),
  examined: z.number().int(),
  data: dataDatesSchema,
});
export type CutsAnswer = z.output<typeof cutsAnswerSchema>;
