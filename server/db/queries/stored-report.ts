import type { DatasetDifference, ImportCounts } from '#contract/dataset';
import type { SourceMetadata } from '#geodata/item';
import type { Queryable } from '../database.ts';
import type { DatasetReasons, DatasetRow } from '../entities/dataset.ts';
import type { NewDataset } from './datasets.ts';

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
