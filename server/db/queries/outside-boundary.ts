import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

/** How many staged places of a dataset lie outside the boundary in force; 0 where there is none. */
export async function countOutsideBoundary(
  tx: Queryable,
  key: DatasetKey,
  table: 'shelter' | 'roster_record',
): Promise<number> {
  const [row] = await tx.query<{ outside: number }>(
    `WITH boundary AS (
       SELECT district.geometry FROM district JOIN dataset
         ON dataset.municipality_code = district.municipality_code AND dataset.id = district.dataset_id
       WHERE district.municipality_code = $1 AND dataset.kind = 'boundary' AND dataset.status = 'active'
     )
     SELECT count(*) AS outside FROM ${table}
     WHERE municipality_code = $1 AND dataset_id = $2 AND position IS NOT NULL
       AND EXISTS (SELECT 1 FROM boundary)
       AND NOT EXISTS (SELECT 1 FROM boundary WHERE ST_Covers(boundary.geometry, position))`,
    [key.municipalityCode, key.datasetId],
  );
  return row?.outside ?? 0;
}
