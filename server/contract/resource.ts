import { z } from 'zod';
import { RELATIONS } from '#domain/hazard/relation';
import { ACCESSIBILITY, RESOURCE_CATEGORIES } from '#domain/resource/resource';
import { bilingualSchema, dateSchema, positionSchema, problemSchema } from './common.ts';

const textSchema = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? null : text))
    .nullable();
/** Pages of the web alone: what stands here is shown as a link. */
const webSchema = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .nullable();

/** What is said of a resource. Null: not known. */
export const resourceFactsSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  category: z.enum(RESOURCE_CATEGORIES),
  address: textSchema(300),
  district: textSchema(200),
  phone: textSchema(100),
  web: webSchema,
  /** In the syntax of OpenStreetMap's opening_hours. */
  hours: textSchema(500),
  accessibility: z.array(z.enum(ACCESSIBILITY)).max(ACCESSIBILITY.length),
  note: z.string().max(1000),
  position: positionSchema
    .refine(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90, 'no place on earth')
    .nullable(),
  asOf: dateSchema.nullable(),
});
export type ResourceFactsOnWire = z.output<typeof resourceFactsSchema>;

export const resourceSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  facts: resourceFactsSchema,
  /** Null where nothing is known of its hours. */
  hours: z
    .object({
      words: bilingualSchema,
      /** As of `now`; null where the hours say that it is not sure. */
      isOpen: z.boolean().nullable(),
      /** When that changes; null where it does not. */
      changesAt: z.string().nullable(),
    })
    .nullable(),
  /** To the zones in force, judged now; the sentence says of when the data are. */
  hazard: z.object({
    relation: z.enum(RELATIONS),
    redRelation: z.enum(RELATIONS),
    sentence: bilingualSchema,
  }),
  updatedAt: z.string(),
  updatedBy: z.string(),
  isRemoved: z.boolean(),
});
export type ResourceOnWire = z.output<typeof resourceSchema>;

export const resourceListSchema = z.object({
  resources: z.array(resourceSchema),
  /** By the clock of the server: "open now" is as of then. */
  now: z.string(),
  /** As-of dates of the zone data; empty where there is none. */
  zonesAsOf: z.array(z.string().nullable()),
  mayChange: z.boolean(),
});
export type ResourceList = z.output<typeof resourceListSchema>;

export const resourceDetailSchema = resourceSchema.extend({
  history: z.array(
    z.object({
      version: z.number().int(),
      kind: z.enum(['create', 'change', 'import', 'remove', 'restore']),
      changedAt: z.string(),
      changedBy: z.string(),
    }),
  ),
});
export type ResourceDetail = z.output<typeof resourceDetailSchema>;

export const changeResourceSchema = z.strictObject({
  version: z.number().int().min(1),
  facts: resourceFactsSchema,
});
export const removeResourceSchema = z.strictObject({
  version: z.number().int().min(1),
  isRemoved: z.boolean(),
});
/** 409: how it stands now. */
export const resourceConflictSchema = problemSchema.extend({ current: resourceDetailSchema });

export const MOST_RESOURCE_FILE_BYTES = 2 * 1024 * 1024;
export const importResourcesQuerySchema = z.object({
  /** Without it nothing is stored: what would come of the file is told. */
  apply: z.enum(['true']).optional(),
});
/** The three counts and the rejects add up to what was read. */
export const resourcesImportedSchema = z.object({
  isApplied: z.boolean(),
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  rejects: z.array(z.object({ line: z.number().int(), reason: bilingualSchema })),
});
export type ResourcesImported = z.output<typeof resourcesImportedSchema>;

/** `GET …/residents/:id/resources-near`: on foot along the roads, nearest first. */
export const nearResourcesSchema = z.object({
  personId: z.string(),
  withinMeters: z.number(),
  resources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      lengthMeters: z.number(),
      seconds: z.number(),
      redMeters: z.number(),
      /** To be looked at on site. */
      unknownMeters: z.number(),
    }),
  ),
  /** Near in a straight line, and no way on foot was found. */
  unreached: z.array(z.object({ id: z.string(), name: z.string() })),
  roadsAsOf: z.array(z.string().nullable()),
  isCurrent: z.boolean(),
});
