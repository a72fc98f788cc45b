import { EntitySchema } from 'typeorm';
import type {
  DATASET_STATUSES,
  DatasetDifference,
  DatasetKind,
  ImportReport,
  ImportSource,
} from '#contract/dataset';
import type { Bilingual } from '#geodata/item';
import {
  date,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  texts,
  timestamp,
  uuid,
} from './columns.ts';

/** One import run of files, and whether what it brought is in force. */
export interface DatasetRow {
  municipalityCode: string;
  id: string;
  kind: DatasetKind;
  source: ImportSource;
  scope: string;
  status: (typeof DATASET_STATUSES)[number];
  fileNames: string[];
  sha256: string;
  options: Record<string, unknown>;
  asOf: string | null;
  encoding: string | null;
  crs: string | null;
  readCount: number;
  acceptedCount: number;
  repairedCount: number;
  rejectedCount: number;
  skippedCount: number;
  reasons: DatasetReasons;
  difference: DatasetDifference | null;
  credit: string | null;
  licence: string | null;
  notes: Bilingual[];
  importedAt: Date;
  stagedAt: Date;
  activatedAt: Date | null;
  /** What is said of an import that waits for a decision; null for any other. */
  held: HeldReport | null;
  version: number;
}
export type HeldReport = Pick<ImportReport, 'preview' | 'confirmation' | 'leaving'>;
export type DatasetReasons = Pick<ImportReport, 'skippedReasons' | 'rejectedReasons' | 'repairs'>;

export const Dataset = new EntitySchema<DatasetRow>({
  name: 'dataset',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    kind: text('kind'),
    source: text('source'),
    scope: text('scope'),
    status: text('status'),
    fileNames: texts('file_names'),
    sha256: text('sha256'),
    options: json('options'),
    asOf: date('as_of', NULLABLE),
    encoding: text('encoding', NULLABLE),
    crs: text('crs', NULLABLE),
    readCount: integer('read_count'),
    acceptedCount: integer('accepted_count'),
    repairedCount: integer('repaired_count'),
    rejectedCount: integer('rejected_count'),
    skippedCount: integer('skipped_count'),
    reasons: json('reasons'),
    difference: json('difference', NULLABLE),
    credit: text('credit', NULLABLE),
    licence: text('licence', NULLABLE),
    notes: json('notes'),
    importedAt: timestamp('imported_at'),
    stagedAt: timestamp('staged_at'),
    activatedAt: timestamp('activated_at', NULLABLE),
    held: json('held', NULLABLE),
    version: integer('version'),
  },
});

export interface DatasetRejectRow {
  municipalityCode: string;
  datasetId: string;
  ordinal: number;
  recordNumber: number;
  code: string;
  messageJa: string;
  messageEn: string;
  raw: string;
}
export const DatasetReject = new EntitySchema<DatasetRejectRow>({
  name: 'dataset_reject',
  columns: {
    municipalityCode,
    datasetId: uuid('dataset_id', KEY),
    ordinal: integer('ordinal', KEY),
    recordNumber: integer('record_number'),
    code: text('code'),
    messageJa: text('message_ja'),
    messageEn: text('message_en'),
    raw: text('raw'),
  },
});
