import type { Queryable } from '../../database.ts';

/** Credit lines of the zone and road data in force, each once. */
export async function selectMapCredits(database: Queryable, code: string): Promise<string[]> {
  const rows = await database.query<{ credit: string }>(
    `SELECT DISTINCT credit FROM dataset
     WHERE municipality_code = $1 AND kind IN ('zones', 'roads') AND status = 'active'
       AND credit IS NOT NULL
     ORDER BY credit`,
    [code],
  );
  return rows.map(({ credit }) => credit);
}
