import type { DatasetView } from '#contract/dataset';
import type { Database } from '../../db/database.ts';
import { type DatasetRow, selectDatasets } from '../../db/queries/read/datasets.ts';

/** Every import run of a municipality, the latest first. */
export async function listDatasets(database: Database, code: string): Promise<DatasetView[]> {
  const rows = await selectDatasets(database, code);
  return rows.map(viewOf);
}

function viewOf(row: DatasetRow): DatasetView {
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    scope: row.scope,
    status: row.status,
    fileNames: row.file_names,
    sha256: row.sha256,
    asOf: row.as_of,
    counts: {
      read: row.read_count,
      accepted: row.accepted_count,
      repaired: row.repaired_count,
      rejected: row.rejected_count,
      skipped: row.skipped_count,
    },
    difference: row.difference,
    credit: row.credit,
    licence: row.licence,
    notes: row.notes,
    importedAt: row.imported_at.toISOString(),
  };
}
