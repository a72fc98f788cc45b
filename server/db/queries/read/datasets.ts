import type { DatasetKind } from '#contract/dataset';
import type { Queryable } from '../../database.ts';
import type { DatasetRow } from '../../entities/dataset.ts';

export type ListedDataset = Pick<
  DatasetRow,
  | 'id'
  | 'kind'
  | 'source'
  | 'scope'
  | 'status'
  | 'fileNames'
  | 'sha256'
  | 'asOf'
  | 'readCount'
  | 'acceptedCount'
  | 'repairedCount'
  | 'rejectedCount'
  | 'skippedCount'
  | 'difference'
  | 'credit'
  | 'licence'
  | 'notes'
  | 'importedAt'
>;

/** Every import run that was kept, the latest first. */
export function selectDatasets(database: Queryable, code: string): Promise<ListedDataset[]> {
  return database.query(
    `SELECT id, kind, source, scope, status, file_names AS "fileNames", sha256, as_of AS "asOf",
       read_count AS "readCount", accepted_count AS "acceptedCount",
       repaired_count AS "repairedCount", rejected_count AS "rejectedCount",
       skipped_count AS "skippedCount", difference, credit, licence, notes,
       imported_at AS "importedAt"
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
