import { z } from 'zod';
import { PHENOMENA } from '#domain/hazard/zone';
import { positionSchema } from './common.ts';
import { cutOffAnswerSchema } from './cut-off.ts';
import { closures, dataDatesSchema, MOST_CLOSED_ROADS } from './route.ts';
import { routedPersonSchema } from './routed-person.ts';

const MATCHES = ['id', 'place', 'gone', 'unclear'] as const;

const fields = {
  name: z.string().trim().min(1).max(100),
  note: z.string().trim().max(2000).default(''),
};
/** `POST …/closure-scenarios`: what a question closes (`closures`), under a name. */
export const newClosureScenarioSchema = z.strictObject({ ...fields, ...closures });
export type NewClosureScenario = z.input<typeof newClosureScenarioSchema>;
/** `version` is the one that was read: a newer one on the server is a 409. */
export const saveClosureScenarioSchema = z.strictObject({
  version: z.number().int(),
  ...fields,
  ...closures,
});

const headSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  note: z.string(),
  /** How many roads were chosen by hand. */
  roadCount: z.number().int(),
  closedPhenomena: z.array(z.enum(PHENOMENA)),
  hasArea: z.boolean(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type ClosureScenarioHead = z.output<typeof headSchema>;
export const closureScenarioListSchema = z.object({ scenarios: z.array(headSchema) });

export const closureScenarioSchema = headSchema.extend({
  /** Each road that was chosen, and whether it is in the roads in force: by its id, by its place, or no more. */
  roads: z
    .array(
      z.object({
        name: z.string().nullable(),
        position: positionSchema,
        found: z.enum(MATCHES),
        /** As it is called in the roads in force; null where it was not found. */
        roadId: z.string().nullable(),
      }),
    )
    .max(MOST_CLOSED_ROADS),
  closedArea: z.array(positionSchema).nullable(),
});
export type ClosureScenario = z.output<typeof closureScenarioSchema>;

/** `POST …/closure-scenarios/:id/compare` */
export const compareClosuresSchema = z.strictObject({
  /** Another one; null: against the roads as they are. */
  with: z.uuid().nullable(),
  footProfile: z.string().min(1).max(200),
  vehicleProfile: z.string().min(1).max(200),
  isNight: z.boolean().default(false),
});
export type CompareClosures = z.input<typeof compareClosuresSchema>;

const { shape } = cutOffAnswerSchema;
const figuresSchema = shape.both;
const detoursSchema = z.object({
  people: z.number().int(),
  medianSeconds: z.number().nullable(),
  longestSeconds: z.number().nullable(),
  redder: z.number().int(),
});
const sideSchema = z.object({
  /** null: the roads as they are. */
  scenario: headSchema.nullable(),
  closedRoads: z.number().int(),
  /** Chosen roads that are not in the roads in force: they close nothing. */
  lostRoads: z.number().int(),
  foot: z.object({ cutOff: figuresSchema, detours: detoursSchema }),
  vehicle: z.object({ cutOff: figuresSchema, detours: detoursSchema }),
});
/** Cut off by both, by the first alone, by the second alone. */
const partedSchema = z.object({
  both: z.number().int(),
  first: z.number().int(),
  second: z.number().int(),
});
const reachSchema = shape.people.element.shape.foot;
const ONLY_IN = ['first', 'second'] as const;

/** Of those whom the actor sees alone, as `cutOffAnswerSchema` says. */
export const closureComparisonSchema = z.object({
  first: sideSchema,
  second: sideSchema,
  examined: z.number().int(),
  withoutPosition: z.number().int(),
  notSeen: z.number().int().nullable(),
  districts: z.array(
    z.object({
      name: z.string().nullable(),
      people: z.number().int(),
      foot: partedSchema,
      vehicle: partedSchema,
    }),
  ),
  /** Whom the two do something else to: cut off by one alone first, then by rank. */
  people: z.array(
    routedPersonSchema.extend({
      foot: z.object({
        onlyIn: z.enum(ONLY_IN).nullable(),
        first: reachSchema,
        second: reachSchema,
      }),
      vehicle: z.object({
        onlyIn: z.enum(ONLY_IN).nullable(),
        first: reachSchema,
        second: reachSchema,
      }),
    }),
  ),
  data: dataDatesSchema,
});
export type ClosureComparison = z.output<typeof closureComparisonSchema>;
