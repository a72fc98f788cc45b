import { type DatasetView, type ImportCounts, isOfPeople } from '#contract/dataset';
import type { Database } from '../../db/database.ts';
import type { DatasetRow } from '../../db/entities/dataset.ts';
import { type ListedDataset, selectDatasets } from '../../db/queries/read/datasets.ts';

/** Every import run of a municipality, the latest first. */
export async function listDatasets(database: Database, code: string): Promise<DatasetView[]> {
  const rows = await selectDatasets(database, code);
  return rows.map(viewOf);
}

/** What stands behind the map, for those who keep no data: credits and dates of what is in force. */
export async function listPublicDatasets(database: Database, code: string): Promise<DatasetView[]> {
  const all = await listDatasets(database, code);
  return all.filter(({ status, kind }) => status === 'active' && !isOfPeople(kind));
}

function viewOf(row: ListedDataset): DatasetView {
  const { id, kind, source, scope, status, fileNames, sha256, asOf } = row;
  const { difference, credit, licence, notes } = row;
  const counts = countsOf(row);
  const importedAt = row.importedAt.toISOString();
  const { isHeld, version } = row;
  const noticeDates =
    row.firstNotice === null || row.lastNotice === null
      ? null
      : { first: row.firstNotice, last: row.lastNotice };
  return {
    ...{ id, kind, source, scope, status, fileNames, sha256, asOf },
    ...{ counts, difference, credit, licence, notes, importedAt },
    ...{ isHeld, noticeDates, version },
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
