import type { DatasetView, ImportCounts } from '#contract/dataset';
import type { Database } from '../../db/database.ts';
import type { DatasetRow } from '../../db/entities/dataset.ts';
import { type ListedDataset, selectDatasets } from '../../db/queries/read/datasets.ts';

/** Every import run of a municipality, the latest first. */
export async function listDatasets(database: Database, code: string): Promise<DatasetView[]> {
  const rows = await selectDatasets(database, code);
  return rows.map(viewOf);
}

function viewOf(row: ListedDataset): DatasetView {
  const { id, kind, source, scope, status, fileNames, sha256, asOf } = row;
  const { difference, credit, licence, notes } = row;
  const counts = countsOf(row);
  const importedAt = row.importedAt.toISOString();
  return {
    ...{ id, kind, source, scope, status, fileNames, sha256, asOf },
    ...{ counts, difference, credit, licence, notes, importedAt },
  };
}

function countsOf(
  row: Pick<
    DatasetRow,
    'readCount' | 'acceptedCount' | 'repairedCount' | 'rejectedCount' | 'skippedCount'
  >,
): ImportCounts {
  return {
    read: row.readCount,
    accepted: row.acceptedCount,
    repaired: row.repairedCount,
    rejected: row.rejectedCount,
    skipped: row.skippedCount,
  };
}
