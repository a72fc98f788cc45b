import { z } from 'zod';
import { bilingualSchema, positionSchema } from './common.ts';
import { closedSchema, closures, dataDatesSchema, whereaboutsSchema } from './route.ts';
import { routedPersonSchema } from './routed-person.ts';

/** More than a prefecture has. */
const MOST_STATIONS = 200;
const MOST_HYDRANTS = 5000;
/** Roads to look at that are told, those first with most people behind. */
export const MOST_TO_WALK = 500;

const idSchema = z.string().min(1).max(200);
const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** `POST …/routes/fire-check`, and `…/fire-check.csv` with the same body */
export const fireCheckQuestionSchema = z.strictObject({
  /** Where vehicles set out: of `fire-stations` those that are meant, or any other place. */
  stations: z
    .array(z.strictObject({ name: z.string().trim().max(200), position: lngLatSchema }))
    .min(1)
    .max(MOST_STATIONS),
  /** Ids of profiles: the vehicle, and who goes on from it on foot. */
  profile: idSchema,
  footProfile: idSchema.default('walking-elderly'),
  policy: idSchema.default('quickest'),
  isNight: z.boolean().default(false),
  /** Only people of these; everybody whom the actor sees where left out. */
  districts: z.array(z.string().min(1).max(200)).max(500).optional(),
  /** Beside those that were recorded on site. */
  hydrants: z.array(lngLatSchema).max(MOST_HYDRANTS).default([]),
  /** How far hoses reach, along the roads. Ten lengths of 20 m (?). */
  hoseMeters: z.number().min(0).max(2000).default(200),
  /** Farther than this from a road nobody knows what lies between (?). */
  offRoadMeters: z.number().min(0).max(500).default(50),
  ...closures,
});
export type FireCheckQuestion = z.input<typeof fireCheckQuestionSchema>;

/**
 * `reached`: by roads that are known to pass. `check-on-site`: only if what nobody has looked at passes.
 * `on-foot`: not even then as far as the place. `unreached`: not at all, or no road is near.
 * `undetermined`: known no better than by block or town, so that another road may be theirs; `reach` is
 * of the middle of that.
 */
export const FIRE_ANSWERS = [
  'reached',
  'check-on-site',
  'on-foot',
  'unreached',
  'undetermined',
] as const;

const reasonSchema = bilingualSchema.extend({ code: z.string() });
const namedRoadSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  reasons: z.array(reasonSchema),
});

/** A road in a list of its own, with where it lies. */
const listedRoadSchema = namedRoadSchema.extend({
  line: z.array(positionSchema),
  lengthMeters: z.number(),
  /** null: not known; the most also where a class has no upper end. */
  leastWidthMeters: z.number().nullable(),
  mostWidthMeters: z.number().nullable(),
  ...whereaboutsSchema.shape,
});

const reachSchema = z.object({
  /** Name of the station, and its number in the question. */
  station: z.string(),
  stationNumber: z.number().int(),
  /** Driving alone. */
  seconds: z.number(),
  driveMeters: z.number(),
  /** Where the vehicle stops. */
  lastPoint: z.object({
    position: positionSchema,
    roadId: z.string(),
    roadName: z.string().nullable(),
  }),
  walkRoadMeters: z.number(),
  walkOffRoadMeters: z.number(),
  /** 現地確認が必要: on the way of the vehicle, and on foot. */
  unknownRoads: z.array(namedRoadSchema),
  unknownWalkRoads: z.array(namedRoadSchema),
  /** The road that the vehicle does not go on; without reasons it is a one-way street or a barrier. */
  stoppedAt: namedRoadSchema.nullable(),
  /** `not-recorded`: no hydrant is known anywhere, which is not "none there". */
  hydrant: z.object({
    state: z.enum(['within', 'none-within', 'not-recorded']),
    meters: z.number().nullable(),
  }),
});

const figuresSchema = z.object({
  people: z.number().int(),
  ...Object.fromEntries(FIRE_ANSWERS.map((answer) => [answer, z.number().int()])),
} as { people: z.ZodNumber } & Record<(typeof FIRE_ANSWERS)[number], z.ZodNumber>);

/** Of those whom the actor sees, as with `routes/cut-off`. */
export const fireCheckAnswerSchema = z.object({
  figures: figuresSchema.extend({
    /** Of the districts asked for, as is `notSeen`; who has no known district is in none of them. */
    withoutPosition: z.number().int(),
    withoutDistrict: z.number().int(),
    notSeen: z.number().int().nullable(),
    /** The vehicle stops where a recorded hydrant is within hose reach. */
    hydrantWithin: z.number().int(),
  }),
  districts: z.array(figuresSchema.extend({ name: z.string().nullable() })),
  /** Not reached at all first, then farthest on foot, then by rank. */
  people: z.array(
    routedPersonSchema.extend({
      answer: z.enum(FIRE_ANSWERS),
      /** Farther from any road than `offRoadMeters`. */
      isFarFromRoads: z.boolean(),
      reach: reachSchema.nullable(),
      /** By known roads alone, where `reach` rests on unknown ones: metres on foot; null = not at all. */
      knownWalkMeters: z.number().nullable(),
    }),
  ),
  /** To walk on site, most people behind first. */
  toWalk: z.array(
    listedRoadSchema.extend({
      /** Of those who are answered with `check-on-site`. */
      people: z.number().int(),
      /** For so many of them looking at this road alone decides. */
      decidedAlone: z.number().int(),
      /** On whom it bears too, answered with `on-foot` or `undetermined`. */
      others: z.number().int(),
    }),
  ),
  /** At which the vehicle stops before it is there, most people behind first. */
  stops: z.array(
    listedRoadSchema.extend({
      /** Of those who are answered with `on-foot`. */
      people: z.number().int(),
      /** Answered with `undetermined`: before whom it may stand too. */
      others: z.number().int(),
    }),
  ),
  /** The width that the vehicle needs; null where it fits anywhere. */
  neededWidthMeters: z.number().nullable(),
  /** Numbers of stations that no road is near to. */
  stationsOffRoads: z.array(z.number().int()),
  hydrants: z.number().int(),
  hydrantsOffRoads: z.number().int(),
  closed: closedSchema,
  data: dataDatesSchema,
});
export type FireCheckAnswer = z.output<typeof fireCheckAnswerSchema>;
