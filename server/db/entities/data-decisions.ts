import { EntitySchema } from 'typeorm';
import type { AssessmentChange, ImportSource, Job } from '#contract/dataset';
import type { Bilingual } from '#geodata/item';
import {
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  point,
  text,
  texts,
  timestamp,
  uuid,
} from './columns.ts';
import type { PointJson } from './point-json.ts';

export interface DatasetRepairRow {
  municipalityCode: string;
  datasetId: string;
  ordinal: number;
  recordNumber: number;
  subjectId: string | null;
  repairs: Bilingual[];
}
export const DatasetRepair = new EntitySchema<DatasetRepairRow>({
  name: 'dataset_repair',
  columns: {
    municipalityCode,
    datasetId: uuid('dataset_id', KEY),
    ordinal: integer('ordinal', KEY),
    recordNumber: integer('record_number'),
    subjectId: text('subject_id', NULLABLE),
    repairs: json('repairs'),
  },
});

export interface DatasetChangeRow {
  municipalityCode: string;
  datasetId: string;
  subjectKind: 'resident' | 'roster-number' | 'shelter';
  subjectId: string;
  change: AssessmentChange;
}
export const DatasetChange = new EntitySchema<DatasetChangeRow>({
  name: 'dataset_change',
  columns: {
    municipalityCode,
    datasetId: uuid('dataset_id', KEY),
    subjectKind: text('subject_kind', KEY),
    subjectId: text('subject_id', KEY),
    change: text('change', KEY),
  },
});

export interface ImportJobRow {
  municipalityCode: string;
  id: string;
  source: ImportSource;
  fileNames: string[];
  datasetId: string;
  startedBy: string;
  startedAt: Date;
  job: Job | null;
}
export const ImportJob = new EntitySchema<ImportJobRow>({
  name: 'import_job',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    source: text('source'),
    fileNames: texts('file_names'),
    datasetId: uuid('dataset_id'),
    startedBy: text('started_by'),
    startedAt: timestamp('started_at'),
    job: json('job', NULLABLE),
  },
});

export interface ColumnMappingRow {
  municipalityCode: string;
  source: ImportSource;
  mapping: unknown;
  savedAt: Date;
  savedBy: string;
}
export const ColumnMapping = new EntitySchema<ColumnMappingRow>({
  name: 'column_mapping',
  columns: {
    municipalityCode,
    source: text('source', KEY),
    mapping: json('mapping'),
    savedAt: timestamp('saved_at'),
    savedBy: text('saved_by'),
  },
});

export interface FacilityPositionRow {
  municipalityCode: string;
  facilityKey: string;
  position: PointJson;
  version: number;
  chosenAt: Date;
  chosenBy: string;
}
export const FacilityPosition = new EntitySchema<FacilityPositionRow>({
  name: 'facility_position',
  columns: {
    municipalityCode,
    facilityKey: text('facility_key', KEY),
    position: point('position'),
    version: integer('version'),
    chosenAt: timestamp('chosen_at'),
    chosenBy: text('chosen_by'),
  },
});
