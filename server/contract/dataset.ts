import { z } from 'zod';
import { bilingualSchema, dateSchema } from './common.ts';

export const DATASET_KINDS = [
  'zones',
  'shelters',
  'districts',
  'boundary',
  'roster',
  'gazetteer',
  'roads',
  'consents',
] as const;
export type DatasetKind = (typeof DATASET_KINDS)[number];

/** Lists of people, which are for those who keep the roster. */
export const isOfPeople = (kind: DatasetKind): boolean => kind === 'roster' || kind === 'consents';

/** The sources that `import` knows, in the order the officer meets them. */
export const IMPORT_SOURCES = [
  'ksj-a33',
  'gsi-shelters',
  'standard-shelters',
  'welfare-shelters',
  'districts',
  'gazetteer',
  'osm',
  'gsi-roads',
  'roster',
  'consents',
] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

export const DATASET_STATUSES = [
  'staging',
  'active',
  'superseded',
  'failed',
  'rolled-back',
] as const;

/** accepted + repaired + rejected = read; skipped (line features, blank rows) is beside them. */
export const importCountsSchema = z.object({
  read: z.number().int(),
  accepted: z.number().int(),
  repaired: z.number().int(),
  rejected: z.number().int(),
  skipped: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** Against the dataset in force before. */
export const datasetDifferenceSchema = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  unchanged: z.number().int(),
});
export type DatasetDifference = z.infer<typeof datasetDifferenceSchema>;

/** What can become of a judgement; the order in which it is told. */
export const ASSESSMENT_CHANGES = [
  'newlyInside',
  'noLongerInside',
  'newlyUndetermined',
  'noLongerUndetermined',
] as const;
export type AssessmentChange = (typeof ASSESSMENT_CHANGES)[number];

const changeCountsSchema = z.object({
  newlyInside: z.number().int(),
  noLongerInside: z.number().int(),
  newlyUndetermined: z.number().int(),
  noLongerUndetermined: z.number().int(),
});
export type ChangeCounts = z.infer<typeof changeCountsSchema>;

/** Whose judgement staged data would change, counted before anything is changed. */
export const importPreviewSchema = z.object({
  people: changeCountsSchema,
  shelters: changeCountsSchema,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What has to be confirmed before staged data can go into force, in words with the figures it rests on. */
export const importConfirmationSchema = z.object({
  code: z.enum(['no-zones-here']),
  message: bilingualSchema,
});

/** Who would leave the roster, counted before anything is changed. */
export const leavingSchema = z.object({
  count: z.number().int(),
  /** How many are on the roster in force. */
  of: z.number().int(),
  inRedZone: z.number().int(),
  inFirstTier: z.number().int(),
});
export type Leaving = z.infer<typeof leavingSchema>;

export const datasetSchema = z.object({
  id: z.string(),
  kind: z.enum(DATASET_KINDS),
  source: z.enum(IMPORT_SOURCES),
  scope: z.string(),
  status: z.enum(DATASET_STATUSES),
  fileNames: z.array(z.string()),
  sha256: z.string(),
  asOf: dateSchema.nullable(),
  counts: importCountsSchema,
  difference: datasetDifferenceSchema.nullable(),
  credit: z.string().nullable(),
  licence: z.string().nullable(),
  notes: z.array(bilingualSchema),
  importedAt: z.string(),
  /** Staged whole, and waiting for somebody to put it in force or to drop it. */
  isHeld: z.boolean(),
  /** First and last day of public notice of its zones; null where it has none. */
  noticeDates: z.object({ first: dateSchema, last: dateSchema }).nullable(),
  version: z.number().int(),
});
export type DatasetView = z.infer<typeof datasetSchema>;
export const datasetListSchema = z.object({ datasets: z.array(datasetSchema) });

/** What a re-check changed. */
export const assessmentDifferenceSchema = z.object({
  newlyInside: z.array(z.string()),
  noLongerInside: z.array(z.string()),
  newlyUndetermined: z.array(z.string()),
  noLongerUndetermined: z.array(z.string()),
});
export const assessmentRunSchema = z.object({
  id: z.string(),
  assessedAt: z.string(),
  marginMeters: z.number(),
  zoneDatasetIds: z.array(z.string()),
  assessed: z.number().int(),
  difference: assessmentDifferenceSchema,
});
export type AssessmentRun = z.infer<typeof assessmentRunSchema>;

export const importReportSchema = z.object({
  datasetId: z.string().nullable(),
  source: z.enum(IMPORT_SOURCES),
  dryRun: z.boolean(),
  /** True where the file is the one in force already: nothing was changed. */
  unchanged: z.boolean(),
  counts: importCountsSchema,
  skippedReasons: z.array(
    z.object({ code: z.string(), count: z.number().int(), message: bilingualSchema }),
  ),
  rejectedReasons: z.array(
    z.object({ code: z.string(), count: z.number().int(), message: bilingualSchema }),
  ),
  repairs: z.array(z.object({ message: bilingualSchema, count: z.number().int() })),
  difference: datasetDifferenceSchema.nullable(),
  asOf: dateSchema.nullable(),
  encoding: z.string().nullable(),
  crs: z.string().nullable(),
  credit: z.string().nullable(),
  notes: z.array(bilingualSchema),
  /** The re-check that followed; null where the import called for none. */
  assessment: assessmentRunSchema.nullable(),
  /** The data are staged and wait for a decision. */
  isHeld: z.boolean(),
  /** What they would change in judgements; null where it was not looked at. */
  preview: importPreviewSchema.nullable(),
  confirmation: importConfirmationSchema.nullable(),
  /** Of a roster that waits for a decision; else null, and absent where it was staged before this was counted. */
  leaving: leavingSchema.nullish(),
  durationMillis: z.number(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['import', 'assess', 'rank', 'propose', 'tours']),
  /** `interrupted`: the server ended while it ran; nothing of it is in force. */
  state: z.enum(['running', 'succeeded', 'failed', 'cancelled', 'interrupted']),
  done: z.number(),
  total: z.number().nullable(),
  message: bilingualSchema.nullable(),
  result: z.unknown().optional(),
  problem: z.object({ code: z.string(), messages: bilingualSchema }).nullable(),
});
export type Job = z.infer<typeof jobSchema>;
