import type { Queryable } from '../database.ts';
import type { DatasetRow, HeldReport } from '../entities/dataset.ts';
import type { DatasetKey, NewDataset } from './datasets.ts';
import type { StoredReport } from './stored-report.ts';

/** Stores what is to be said of a staged dataset, which waits for a decision from here on. */
export async function holdDataset(
  tx: Queryable,
  key: DatasetKey,
  scope: string,
  report: StoredReport,
  held: HeldReport,
): Promise<void> {
  const { counts, metadata, difference, skippedReasons, rejectedReasons, repairs } = report;
  await tx.query(
    `UPDATE dataset SET scope = $3, as_of = $4, encoding = $5, crs = $6, credit = $7, licence = $8,
       notes = $9, reasons = $10, difference = $11, read_count = $12, accepted_count = $13,
       repaired_count = $14, rejected_count = $15, skipped_count = $16, held = $17
     WHERE municipality_code = $1 AND id = $2 AND status = 'staging'`,
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
      JSON.stringify(held),
    ],
  );
}

export interface HeldDataset {
  readonly dataset: NewDataset;
  readonly report: StoredReport;
  readonly held: HeldReport;
}

/** A dataset that waits for a decision; null where there is none of that id. */
export async function findHeldDataset(
  database: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<HeldDataset | null> {
  const [row] = await database.query<DatasetRow>(
    `SELECT kind, source, scope, file_names AS "fileNames", sha256, options, as_of AS "asOf", encoding,
       crs, credit, licence, notes, reasons, difference, held, read_count AS "readCount",
       accepted_count AS "acceptedCount", repaired_count AS "repairedCount",
       rejected_count AS "rejectedCount", skipped_count AS "skippedCount"
     FROM dataset
     WHERE municipality_code = $1 AND id = $2 AND status = 'staging' AND held IS NOT NULL`,
    [municipalityCode, datasetId],
  );
  if (row === undefined || row.held === null) return null;
  const { kind, source, scope, fileNames, sha256, options } = row;
  const { asOf, encoding, crs, credit, licence, notes } = row;
  return {
    dataset: { municipalityCode, datasetId, kind, source, scope, fileNames, sha256, options },
    report: {
      ...row.reasons,
      counts: {
        read: row.readCount,
        accepted: row.acceptedCount,
        repaired: row.repairedCount,
        rejected: row.rejectedCount,
        skipped: row.skippedCount,
      },
      difference: row.difference,
      metadata: { asOf, encoding, crs, credit, licence, notes },
    },
    held: row.held,
  };
}

/** Drops datasets that nobody decided on for `days`: they hold people. */
export async function deleteForgottenHeld(
  database: Queryable,
  municipalityCode: string,
  days: number,
): Promise<void> {
  await database.query(
    `DELETE FROM dataset
     WHERE municipality_code = $1 AND status = 'staging' AND held IS NOT NULL
       AND staged_at < now() - make_interval(days => $2)`,
    [municipalityCode, days],
  );
}
