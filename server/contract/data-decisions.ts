import { z } from 'zod';
import { bilingualSchema, dateSchema, positionSchema } from './common.ts';
import { ASSESSMENT_CHANGES, IMPORT_SOURCES, jobSchema } from './dataset.ts';

/** Columns of a list as they were found, with what stands in the first rows. */
export const foundColumnSchema = z.object({
  header: z.string(),
  samples: z.array(z.string()),
});

/** A fact that a column can be mapped to. */
export const mappableFieldSchema = z.object({
  field: z.string(),
  label: bilingualSchema,
  isNeeded: z.boolean(),
});

/** Which header holds which fact; null where the file has none. */
export const columnMappingSchema = z.object({
  columns: z.record(z.string(), z.string().nullable()),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Files that were uploaded once, and what they were taken for. */
export const recognisedUploadSchema = z.object({
  uploadId: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
  /** What the content is, likeliest first; empty where nothing is known of it. */
  candidates: z.array(z.enum(IMPORT_SOURCES)),
  /** The first rows as a table; null where the files are no table and no features. */
  preview: z
    .object({ headers: z.array(z.string()), rows: z.array(z.array(z.string())) })
    .nullable(),
  /** Why nothing was recognised, in words. */
  reason: bilingualSchema.nullable(),
});
export type RecognisedUpload = z.infer<typeof recognisedUploadSchema>;

export const recognisedUploadListSchema = z.object({ uploads: z.array(recognisedUploadSchema) });
export const uploadLimitSchema = z.object({ maxBytes: z.number() });

/** What is to be done with an upload. */
export const startImportSchema = z.strictObject({
  source: z.enum(IMPORT_SOURCES),
  /** As in the fields of a form (`importOptionsSchema`). */
  options: z.record(z.string(), z.string()).default({}),
  /** Of a list: which header holds which fact. */
  columns: z.record(z.string().max(100), z.string().max(500).nullable()).nullable().default(null),
});

/** Mapping of a list's columns: what is there, what each can be, and what is proposed. */
export const uploadColumnsSchema = z.object({
  columns: z.array(foundColumnSchema),
  fields: z.array(mappableFieldSchema),
  proposed: columnMappingSchema,
  /** When the proposal is what was saved for this municipality; null where headers suggested it. */
  savedAt: z.string().nullable(),
});
export type UploadColumns = z.infer<typeof uploadColumnsSchema>;

/** A started import as it is found again after a reload or a restart. */
export const importJobSchema = z.object({
  source: z.enum(IMPORT_SOURCES),
  fileNames: z.array(z.string()),
  startedBy: z.string(),
  /** The dataset that it stages, or puts in force. */
  datasetId: z.string(),
  startedAt: z.string(),
  job: jobSchema,
});
export type ImportJobView = z.infer<typeof importJobSchema>;
export const importJobListSchema = z.object({ imports: z.array(importJobSchema) });

export const recordPageQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const rejectPageSchema = z.object({
  rejects: z.array(
    z.object({
      ordinal: z.number().int(),
      recordNumber: z.number().int(),
      code: z.string(),
      message: bilingualSchema,
      raw: z.string(),
    }),
  ),
});

const multiPolygonSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.array(z.number())))),
});
export const repairPageSchema = z.object({
  repairs: z.array(
    z.object({
      ordinal: z.number().int(),
      recordNumber: z.number().int(),
      messages: z.array(bilingualSchema),
      /** The geometry as the file had it and as it is stored; null where no geometry was mended. */
      shapes: z.object({ before: multiPolygonSchema, after: multiPolygonSchema }).nullable(),
    }),
  ),
});
export type RepairView = z.infer<typeof repairPageSchema>['repairs'][number];

/** Whose judgement changes, by name: personal. */
export const changeListSchema = z.object({
  changes: z.array(
    z.object({
      subjectKind: z.enum(['resident', 'roster-number', 'shelter']),
      /** Id of a person or shelter that can be opened; null for somebody who is not on the roster yet. */
      id: z.string().nullable(),
      name: z.string(),
      change: z.enum(ASSESSMENT_CHANGES),
    }),
  ),
  total: z.number().int(),
});

/** Decision on a staged dataset. */
export const applyQuerySchema = z.object({
  /** That no zone lies in this municipality is right. */
  confirmsNoZones: z.enum(['true', 'false']).default('false'),
});

/** What can be said anew of a dataset. */
export const datasetEditSchema = z.strictObject({
  version: z.number().int(),
  credit: z.string().trim().max(500).nullable(),
  licence: z.string().trim().max(500).nullable(),
  asOf: dateSchema.nullable(),
});
export type DatasetEdit = z.infer<typeof datasetEditSchema>;

/** What putting a dataset back would do, said before it is done. */
export const rollBackEffectSchema = z.object({
  former: z
    .object({ fileNames: z.array(z.string()), importedAt: z.string(), asOf: dateSchema.nullable() })
    .nullable(),
  isPossible: z.boolean(),
  effect: bilingualSchema,
});

/** One facility that lists put at several places. */
export const positionConflictSchema = z.object({
  facilityKey: z.string(),
  name: z.string(),
  version: z.number().int().nullable(),
  chosen: positionSchema.nullable(),
  places: z.array(
    z.object({
      shelterId: z.string(),
      datasetId: z.string(),
      source: z.enum(IMPORT_SOURCES),
      kind: z.enum(['emergency-site', 'shelter', 'welfare-shelter']),
      isStaged: z.boolean(),
      /** Where the list has it, whatever was chosen. */
      position: positionSchema,
    }),
  ),
  distanceMeters: z.number(),
});
export type PositionConflict = z.infer<typeof positionConflictSchema>;
export const positionConflictListSchema = z.object({ conflicts: z.array(positionConflictSchema) });

export const chooseFacilityPositionSchema = z.strictObject({
  facilityKey: z.string().min(1).max(300),
  /** null takes the choice back: every list keeps its own position. */
  position: positionSchema.nullable(),
  /** As it was read; null where nothing had been chosen. */
  version: z.number().int().nullable(),
});
