import { z } from 'zod';
import { BLOCK_PARTS } from '#domain/plan/bookings';
import { DEPARTURE_PIECES, USUAL_ARRIVAL_MINUTES } from '#domain/plan/departure';
import { PLAN_STAGES } from '#domain/plan/states';
import { bilingualSchema } from './common.ts';
import { dataDatesSchema } from './route.ts';

const minutes = (usual: number) => z.coerce.number().int().min(0).max(2880).default(usual);

/** `GET …/plans/departures` */
export const departureQuerySchema = z.object({
  /** By name; all that the actor may see where left out. */
  district: z.string().min(1).max(200).optional(),
  /** Minutes after level 3, and after level 4, within which everybody must have arrived. */
  within3: minutes(USUAL_ARRIVAL_MINUTES[3]),
  within4: minutes(USUAL_ARRIVAL_MINUTES[4]),
});

const personSchema = z.object({
  residentId: z.string(),
  name: z.string(),
  district: z.string().nullable(),
});

const departureSchema = personSchema.extend({
  stage: z.enum(PLAN_STAGES),
  startAt: z.literal([3, 4]),
  /** `at-latest`: pieces are missing, and each of them makes it earlier. */
  state: z.enum(['reckoned', 'at-latest', 'too-late']),
  latestStartMinutes: z.number().nullable(),
  lateByMinutes: z.number().nullable(),
  missing: z.array(z.enum(DEPARTURE_PIECES)),
  lines: z.array(
    z.object({
      piece: z.enum(DEPARTURE_PIECES),
      label: bilingualSchema,
      minutes: z.number().nullable(),
      source: bilingualSchema,
    }),
  ),
  sentence: bilingualSchema,
  /** Of the plan; null where it names none. */
  supporterId: z.string().nullable(),
});

const stopSchema = z.object({
  residentId: z.string(),
  startMinutes: z.number(),
  arrivedMinutes: z.number(),
  lateByMinutes: z.number(),
});

/** One helper whom several plans name. */
const helperSchema = z.object({
  name: z.string(),
  /** False where only the name is the same: perhaps they are two people. */
  isSure: z.boolean(),
  /** The level after whose declaration the minutes are counted; one helper may stand here for each. */
  level: z.literal([3, 4]),
  residentIds: z.array(z.string()),
  blocks: z.array(
    z.object({
      residentId: z.string(),
      part: z.enum(BLOCK_PARTS),
      fromMinutes: z.number(),
      toMinutes: z.number(),
    }),
  ),
  clashes: z.array(
    z.object({
      residentIds: z.tuple([z.string(), z.string()]),
      fromMinutes: z.number(),
      toMinutes: z.number(),
      withVehicle: z.boolean(),
    }),
  ),
  /** Plans whose times are not known: a clash with them cannot be ruled out. */
  openResidentIds: z.array(z.string()),
  order: z.object({ stops: z.array(stopSchema), unknownWaysBack: z.number().int() }).nullable(),
});

export const departuresSchema = z.object({
  /** The earliest start first; those that cannot be reckoned last. */
  plans: z.array(departureSchema),
  /** By how many minutes they cannot be kept, the most first. */
  tooLate: z.array(z.object({ residentId: z.string(), lateByMinutes: z.number() })),
  /** Whom more than one plan names, those with clashes first. */
  helpers: z.array(helperSchema),
  data: dataDatesSchema.nullable(),
});
export type Departures = z.output<typeof departuresSchema>;
