import { z } from 'zod';
import { RELATIONS } from '#domain/hazard/relation';
import { ACCURACIES } from '#domain/resident/accuracy';
import { residentRowSchema } from './resident.ts';

/** What one request may carry, and more than a hand draws. */
const MOST_VERTICES = 5000;

const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ringSchema = z
  .array(lngLatSchema)
  .min(4)
  .refine(
    (ring) => {
      const [first, last] = [ring[0], ring.at(-1)];
      return first?.[0] === last?.[0] && first?.[1] === last?.[1];
    },
    { error: '輪の最初と最後の点が違います / a ring has to end where it begins' },
  );

/** The area of a hypothetical zone; degrees, rings closed. */
export const scenarioGeometrySchema = z
  .object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ringSchema).min(1)).min(1).max(200),
  })
  .refine(({ coordinates }) => coordinates.flat(2).length <= MOST_VERTICES, {
    error: `頂点が${MOST_VERTICES}を超えています / more than ${MOST_VERTICES} vertices`,
  });

/** What it was drawn from, so that it can be drawn on: the area itself, or what it is a buffer around. */
export const scenarioDrawingSchema = z.object({
  shape: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates: lngLatSchema }),
    z.object({
      type: z.literal('LineString'),
      coordinates: z.array(lngLatSchema).min(2).max(2000),
    }),
    z.object({
      type: z.literal('Polygon'),
      coordinates: z.array(ringSchema).min(1).max(50),
    }),
    z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(ringSchema).min(1)).min(1).max(200),
    }),
  ]),
  bufferMeters: z.number().min(0).max(5000),
});
export type ScenarioDrawing = z.infer<typeof scenarioDrawingSchema>;

const scenarioFields = {
  name: z.string().trim().min(1).max(100),
  purpose: z.string().trim().max(2000),
  /** Who drew it, as they write it. */
  author: z.string().trim().max(100),
  marginMeters: z.number().min(0).max(200),
  geometry: scenarioGeometrySchema,
  drawing: scenarioDrawingSchema,
};

export const newScenarioSchema = z.strictObject(scenarioFields);
export type NewScenario = z.output<typeof newScenarioSchema>;
/** `version` is the one that was read: a newer one on the server is a 409. */
export const saveScenarioSchema = z.strictObject({
  version: z.number().int(),
  ...scenarioFields,
});

export const scenarioSchema = z.object({
  ...scenarioFields,
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type Scenario = z.output<typeof scenarioSchema>;
export const scenarioListSchema = z.object({
  scenarios: z.array(scenarioSchema.omit({ geometry: true, drawing: true })),
});

/**
 * Everybody whom the actor may see as the check needs them, in columns: no name, no address. Personal
 * all the same: it says where people live.
 */
export const checkPointsSchema = z.object({
  ids: z.array(z.string()),
  positions: z.array(z.tuple([z.number(), z.number()]).nullable()),
  accuracies: z.array(z.enum(ACCURACIES)),
  radiusMeters: z.array(z.number().nullable()),
  tiers: z.array(z.number().int()),
  ranks: z.array(z.number().int()),
  districtNames: z.array(z.string()),
  /** Places in `districtNames`; -1 where none is known. */
  districts: z.array(z.number().int()),
  /** To the zones in force. */
  relations: z.array(z.enum(RELATIONS)),
});
export type CheckPoints = z.output<typeof checkPointsSchema>;

const relationCounts = {
  inside: z.number().int(),
  near: z.number().int(),
  undetermined: z.number().int(),
};
export const scenarioCheckSchema = z.object({
  version: z.number().int(),
  tally: z.object({
    ...relationCounts,
    people: z.number().int(),
    newlyInside: z.number().int(),
    alreadyInside: z.number().int(),
    tiers: z.array(z.object({ key: z.number().int(), ...relationCounts })),
    districts: z.array(z.object({ key: z.string().nullable(), ...relationCounts })),
  }),
  /** Everybody who is not outside, gravest first, then by rank. */
  people: z.array(
    z.object({
      id: z.string(),
      relation: z.enum(RELATIONS),
      signedDistanceMeters: z.number().nullable(),
    }),
  ),
});
export type ScenarioCheck = z.output<typeof scenarioCheckSchema>;

/** The people behind ids, to be shown by name; whom the actor may not see is left out. */
export const residentsByIdSchema = z.strictObject({ ids: z.array(z.uuid()).max(200) });
export const residentRowsSchema = z.object({ rows: z.array(residentRowSchema) });
