import type { DatasetEdit } from '#contract/data-decisions';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

/** Says anew where data come from, under what terms, and what day they stand for; false where it changed meanwhile. */
export async function editDataset(
  tx: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
  { version, credit, licence, asOf }: DatasetEdit,
): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>(
    `WITH edited AS (
       UPDATE dataset SET credit = $4, licence = $5, as_of = $6, version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 RETURNING 1)
     SELECT count(*) FROM edited`,
    [municipalityCode, datasetId, version, credit || null, licence || null, asOf],
  );
  return row?.count === 1;
}
