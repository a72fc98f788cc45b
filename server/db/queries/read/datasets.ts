import type { DatasetDifference, DatasetKind, ImportSource } from '#contract/dataset';
import type { Bilingual } from '#domain/resident/labels';
import type { Queryable } from '../../database.ts';

export interface DatasetRow {
  readonly id: string;
  readonly kind: DatasetKind;
  readonly source: ImportSource;
  readonly scope: string;
  readonly status: 'staging' | 'active' | 'superseded' | 'failed' | 'rolled-back';
  readonly file_names: string[];
  readonly sha256: string;
  readonly as_of: string | null;
  readonly read_count: number;
  readonly accepted_count: number;
  readonly repaired_count: number;
  readonly rejected_count: number;
  readonly skipped_count: number;
  readonly difference: DatasetDifference | null;
  readonly credit: string | null;
  readonly licence: string | null;
  readonly notes: Bilingual[];
  readonly imported_at: Date;
}

/** Every import run that was kept, the latest first. */
export function selectDatasets(database: Queryable, code: string): Promise<DatasetRow[]> {
  return database.query(
    `SELECT id, kind, source, scope, status, file_names, sha256, as_of, read_count, accepted_count,
            repaired_count, rejected_count, skipped_count, difference, credit, licence, notes, imported_at
     FROM dataset WHERE municipality_code = $1
     ORDER BY imported_at DESC, id`,
    [code],
  );
}

export interface ActiveDatasetRow {
  readonly id: string;
  readonly kind: DatasetKind;
  readonly as_of: string | null;
}

/** The datasets in force. */
export function selectActiveDatasets(
  database: Queryable,
  code: string,
): Promise<ActiveDatasetRow[]> {
  return database.query(
    `SELECT id, kind, as_of FROM dataset
     WHERE municipality_code = $1 AND status = 'active' ORDER BY kind, scope, id`,
    [code],
  );
}
