import type { DatasetKind } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import { type DatasetHead, type DatasetKey, HEAD } from './datasets.ts';
import type { StoredReport } from './stored-report.ts';

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
    `UPDATE dataset SET status = 'active', held = NULL, activated_at = now(), scope = $3, as_of = $4,
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

/**
 * Puts a dataset that was superseded in force again (null: none) and marks the one that it takes the
 * place of.
 */
export async function restoreDataset(
  tx: Queryable,
  municipalityCode: string,
  currentId: string,
  formerId: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE dataset SET status = 'rolled-back' WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, currentId],
  );
  if (formerId === null) return;
  // In force anew from now on: the newest of all, so that it is the last to be cleared away.
  await tx.query(
    `UPDATE dataset SET status = 'active', activated_at = now()
     WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, formerId],
  );
}

/**
 * Deletes all but the newest `kept` of those that were superseded, and likewise of those that were rolled
 * back: what was taken back must not push out what can be put back.
 */
export async function pruneDatasets(
  database: Queryable,
  municipalityCode: string,
  kind: DatasetKind,
  scope: string,
  kept: number,
): Promise<void> {
  await database.query(
    `DELETE FROM dataset WHERE municipality_code = $1 AND id IN (
       SELECT id FROM (
         SELECT id, row_number() OVER (PARTITION BY status ORDER BY activated_at DESC) AS place
         FROM dataset
         WHERE municipality_code = $1 AND kind = $2 AND scope = $3
           AND status IN ('superseded', 'rolled-back')) AS former
       WHERE place > $4)`,
    [municipalityCode, kind, scope, kept],
  );
}
