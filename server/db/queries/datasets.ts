import type { DatasetDifference, DatasetKind, ImportCounts, ImportSource } from '#contract/dataset';
import type { SourceMetadata } from '#geodata/item';
import type { Queryable } from '../database.ts';
import type { DatasetReasons, DatasetRow } from '../entities/dataset.ts';

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
> & { readonly difference: DatasetDifference | null };

const HEAD = `id, kind, source, scope, status, file_names AS "fileNames", sha256, as_of AS "asOf", difference`;

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

/** With every row of it. */
export async function deleteDataset(database: Queryable, key: DatasetKey): Promise<void> {
  await database.query('DELETE FROM dataset WHERE municipality_code = $1 AND id = $2', [
    key.municipalityCode,
    key.datasetId,
  ]);
}

/** Staging that no import has touched for `minutes`: a process that was killed left it. */
export async function deleteAbandonedStaging(database: Queryable, minutes: number): Promise<void> {
  await database.query(
    `DELETE FROM dataset WHERE status = 'staging' AND staged_at < now() - make_interval(mins => $1)`,
    [minutes],
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

/** Every dataset that is kept, the newest first. */
export async function listDatasets(
  database: Queryable,
  municipalityCode: string,
): Promise<DatasetHead[]> {
  return database.query<DatasetHead>(
    `SELECT ${HEAD} FROM dataset WHERE municipality_code = $1 AND status <> 'staging'
     ORDER BY activated_at DESC`,
    [municipalityCode],
  );
}

export interface StoredReport extends DatasetReasons {
  readonly counts: ImportCounts;
  readonly difference: DatasetDifference | null;
  readonly metadata: SourceMetadata;
}

/** The dataset in force that came of the same files and options: importing them again changes nothing. */
export async function findSameInForce(
  database: Queryable,
  dataset: NewDataset,
): Promise<(StoredReport & { readonly id: string }) | null> {
  const [row] = await database.query<DatasetRow>(
    `SELECT id, read_count AS "readCount", accepted_count AS "acceptedCount",
            repaired_count AS "repairedCount", rejected_count AS "rejectedCount",
            skipped_count AS "skippedCount", reasons, as_of AS "asOf", encoding, crs, credit, licence,
            notes
     FROM dataset
     WHERE municipality_code = $1 AND kind = $2 AND source = $3 AND sha256 = $4
       AND options = $5::jsonb AND status = 'active'`,
    [
      dataset.municipalityCode,
      dataset.kind,
      dataset.source,
      dataset.sha256,
      JSON.stringify(dataset.options),
    ],
  );
  if (row === undefined) return null;
  const { id, asOf, encoding, crs, credit, licence, notes, reasons } = row;
  return {
    id,
    ...reasons,
    counts: {
      read: row.readCount,
      accepted: row.acceptedCount,
      repaired: row.repairedCount,
      rejected: row.rejectedCount,
      skipped: row.skippedCount,
    },
    difference: null,
    metadata: { asOf, encoding, crs, credit, licence, notes },
  };
}

/** Puts a staged dataset in force and the former one of its scope aside, in the caller's transaction. */
export async function swapDataset(
  tx: Queryable,
  key: DatasetKey,
  kind: DatasetKind,
  scope: string,
  report: StoredReport,
): Promise<void> {
  const { counts, metadata, difference, skippedReasons, rejectedReasons, repairs } = report;
  await supersede(tx, key.municipalityCode, kind, scope);
  await tx.query(
    `UPDATE dataset SET status = 'active', activated_at = now(), scope = $3, as_of = $4,
       encoding = $5, crs = $6, credit = $7, licence = $8, notes = $9, reasons = $10,
       difference = $11, read_count = $12, accepted_count = $13, repaired_count = $14,
       rejected_count = $15, skipped_count = $16
     WHERE municipality_code = $1 AND id = $2`,
    [
      key.municipalityCode,
      key.datasetId,
      scope,
      metadata.asOf,
      metadata.encoding,
      metadata.crs,
      metadata.credit,
      metadata.licence,
      JSON.stringify(metadata.notes),
      JSON.stringify({ skippedReasons, rejectedReasons, repairs }),
      JSON.stringify(difference),
      counts.read,
      counts.accepted,
      counts.repaired,
      counts.rejected,
      counts.skipped,
    ],
  );
}

async function supersede(
  tx: Queryable,
  municipalityCode: string,
  kind: DatasetKind,
  scope: string,
): Promise<void> {
  await tx.query(
    `UPDATE dataset SET status = 'superseded'
     WHERE municipality_code = $1 AND kind = $2 AND scope = $3 AND status = 'active'`,
    [municipalityCode, kind, scope],
  );
}

/** The dataset that was in force before this one and is still kept. */
export async function findFormerDataset(
  database: Queryable,
  municipalityCode: string,
  current: Pick<DatasetHead, 'id' | 'kind' | 'scope'>,
): Promise<DatasetHead | null> {
  const [row] = await database.query<DatasetHead>(
    `SELECT ${HEAD} FROM dataset
     WHERE municipality_code = $1 AND kind = $2 AND scope = $3 AND status = 'superseded'
     ORDER BY activated_at DESC LIMIT 1`,
    [municipalityCode, current.kind, current.scope],
  );
  return row ?? null;
}

/** Puts a dataset that was superseded in force again and marks the one that it takes the place of. */
export async function restoreDataset(
  tx: Queryable,
  municipalityCode: string,
  currentId: string,
  formerId: string,
): Promise<void> {
  await tx.query(
    `UPDATE dataset SET status = 'rolled-back' WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, currentId],
  );
  await tx.query(`UPDATE dataset SET status = 'active' WHERE municipality_code = $1 AND id = $2`, [
    municipalityCode,
    formerId,
  ]);
}

/** Deletes all but the newest `kept` of the datasets that were in force once. */
export async function pruneDatasets(
  database: Queryable,
  municipalityCode: string,
  kind: DatasetKind,
  scope: string,
  kept: number,
): Promise<void> {
  await database.query(
    `DELETE FROM dataset WHERE municipality_code = $1 AND id IN (
       SELECT id FROM dataset
       WHERE municipality_code = $1 AND kind = $2 AND scope = $3
         AND status IN ('superseded', 'rolled-back')
       ORDER BY activated_at DESC OFFSET $4)`,
    [municipalityCode, kind, scope, kept],
  );
}
