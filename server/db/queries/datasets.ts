import type { DatasetDifference, DatasetKind, ImportSource } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import type { DatasetRow } from '../entities/dataset.ts';

/** Names one import run; every row that it brings carries it. */
export interface DatasetKey {
  readonly municipalityCode: string;
  readonly datasetId: string;
}

export interface NewDataset extends DatasetKey {
  readonly kind: DatasetKind;
  readonly source: ImportSource;
  readonly scope: string;
  readonly fileNames: readonly string[];
  readonly sha256: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export type DatasetHead = Pick<
  DatasetRow,
  'id' | 'kind' | 'source' | 'scope' | 'status' | 'fileNames' | 'sha256' | 'asOf'
> & {
  readonly difference: DatasetDifference | null;
  /** Staged, and waiting for somebody's decision. */
  readonly isHeld: boolean;
};

/** Columns of a DatasetHead. */
export const HEAD = `id, kind, source, scope, status, file_names AS "fileNames", sha256, as_of AS "asOf", difference, held IS NOT NULL AS "isHeld"`;

export async function insertStagingDataset(
  database: Queryable,
  dataset: NewDataset,
): Promise<void> {
  const { municipalityCode, datasetId, kind, source, scope, fileNames, sha256, options } = dataset;
  await database.query(
    `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256, options)
     VALUES ($1, $2, $3, $4, $5, 'staging', $6, $7, $8)`,
    [municipalityCode, datasetId, kind, source, scope, fileNames, sha256, JSON.stringify(options)],
  );
}

/** Says that the import lives; false where the dataset is gone (taken for one that was left behind). */
export async function touchStagingDataset(database: Queryable, key: DatasetKey): Promise<boolean> {
  const [row] = await database.query<{ count: number }>(
    `WITH touched AS (
       UPDATE dataset SET staged_at = now()
       WHERE municipality_code = $1 AND id = $2 AND status = 'staging' RETURNING 1)
     SELECT count(*) FROM touched`,
    [key.municipalityCode, key.datasetId],
  );
  return row?.count === 1;
}

/** With every row of it; one that has come into force stays. */
export async function deleteStagingDataset(database: Queryable, key: DatasetKey): Promise<void> {
  await database.query(
    `DELETE FROM dataset WHERE municipality_code = $1 AND id = $2 AND status = 'staging'`,
    [key.municipalityCode, key.datasetId],
  );
}

/** Staging that no import has touched for `minutes`: a process that was killed left it. */
export async function deleteAbandonedStaging(
  database: Queryable,
  municipalityCode: string,
  minutes: number,
): Promise<void> {
  await database.query(
    `DELETE FROM dataset
     WHERE municipality_code = $1 AND status = 'staging' AND held IS NULL
       AND staged_at < now() - make_interval(mins => $2)`,
    [municipalityCode, minutes],
  );
}

export async function findDataset(
  database: Queryable,
  key: DatasetKey,
): Promise<DatasetHead | null> {
  const [row] = await database.query<DatasetHead>(
    `SELECT ${HEAD} FROM dataset WHERE municipality_code = $1 AND id = $2`,
    [key.municipalityCode, key.datasetId],
  );
  return row ?? null;
}

/** The dataset in force of a kind and scope. */
export async function findDatasetInForce(
  database: Queryable,
  municipalityCode: string,
  kind: DatasetKind,
  scope: string,
): Promise<DatasetHead | null> {
  const [row] = await database.query<DatasetHead>(
    `SELECT ${HEAD} FROM dataset
     WHERE municipality_code = $1 AND kind = $2 AND scope = $3 AND status = 'active'`,
    [municipalityCode, kind, scope],
  );
  return row ?? null;
}

export async function listDatasetsInForce(
  database: Queryable,
  municipalityCode: string,
  kind: DatasetKind,
): Promise<DatasetHead[]> {
  return database.query<DatasetHead>(
    `SELECT ${HEAD} FROM dataset
     WHERE municipality_code = $1 AND kind = $2 AND status = 'active' ORDER BY scope`,
    [municipalityCode, kind],
  );
}
