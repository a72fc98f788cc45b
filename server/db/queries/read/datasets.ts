import type { DatasetKind } from '#contract/dataset';
import type { Queryable } from '../../database.ts';
import type { DatasetRow } from '../../entities/dataset.ts';

export type ListedDataset = {
  readonly isHeld: boolean;
  readonly firstNotice: string | null;
  readonly lastNotice: string | null;
} & Pick<
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
  | 'version'
>;

/** Every import run that was kept, the latest first. */
export function selectDatasets(database: Queryable, code: string): Promise<ListedDataset[]> {
  return database.query(
    `SELECT id, kind, source, scope, status, file_names AS "fileNames", sha256, as_of AS "asOf",
       read_count AS "readCount", accepted_count AS "acceptedCount",
       repaired_count AS "repairedCount", rejected_count AS "rejectedCount",
       skipped_count AS "skippedCount", difference, credit, licence, notes,
       imported_at AS "importedAt", version, held IS NOT NULL AS "isHeld",
       notice.first AS "firstNotice", notice.last AS "lastNotice"
     FROM dataset LEFT JOIN LATERAL (
       SELECT min(notice_date) AS first, max(notice_date) AS last FROM hazard_zone AS zone
       WHERE dataset.kind = 'zones' AND zone.municipality_code = $1 AND zone.dataset_id = dataset.id
     ) AS notice ON true
     WHERE municipality_code = $1
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
