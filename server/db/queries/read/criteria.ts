import type { Queryable } from '../../database.ts';

/** Latest version of each criteria document of a municipality, as it was stored. */
export async function selectCriteria(database: Queryable, code: string): Promise<unknown[]> {
  const rows = await database.query<{ document: unknown }>(
    `SELECT DISTINCT ON (id) document FROM priority_criteria
     WHERE municipality_code = $1 ORDER BY id, version DESC`,
    [code],
  );
  return rows.map(({ document }) => document);
}

/** One version of one criteria document; null where it was not stored. */
export async function selectCriteriaVersion(
  database: Queryable,
  code: string,
  id: string,
  version: number,
): Promise<unknown> {
  const [row] = await database.query<{ document: unknown }>(
    `SELECT document FROM priority_criteria
     WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, id, version],
  );
  return row?.document ?? null;
}

/** 0 where nothing of it was stored. */
export async function findNewestVersion(
  database: Queryable,
  code: string,
  id: string,
): Promise<number> {
  const [row] = await database.query<{ version: number | null }>(
    `SELECT max(version)::integer AS version FROM priority_criteria
     WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return row?.version ?? 0;
}
