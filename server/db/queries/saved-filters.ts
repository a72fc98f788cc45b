import type { Queryable } from '../database.ts';

export interface SavedFilterRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly query: string;
  readonly updatedAt: Date;
}

const COLUMNS = `id, version, name, query, updated_at AS "updatedAt"`;

export function listSavedFilters(database: Queryable, code: string): Promise<SavedFilterRecord[]> {
  return database.query(
    `SELECT ${COLUMNS} FROM saved_filter WHERE municipality_code = $1 AND removed_at IS NULL
     ORDER BY name, id`,
    [code],
  );
}

/** Removed ones are found too: they can be taken back. */
export async function findSavedFilter(
  database: Queryable,
  code: string,
  id: string,
): Promise<SavedFilterRecord | null> {
  const [row] = await database.query<SavedFilterRecord>(
    `SELECT ${COLUMNS} FROM saved_filter WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return row ?? null;
}

interface Content {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly by: string;
}

export async function insertSavedFilter(
  tx: Queryable,
  code: string,
  { id, name, query, by }: Content,
): Promise<void> {
  await tx.query(
    `INSERT INTO saved_filter (municipality_code, id, name, query, updated_by)
     VALUES ($1, $2, $3, $4, $5)`,
    [code, id, name, query, by],
  );
}

/** False where the filter is not there in this version. */
export async function updateSavedFilter(
  tx: Queryable,
  code: string,
  version: number,
  { id, name, query, by }: Content,
): Promise<boolean> {
  const rows = await tx.query<{ changed: number }>(
    `WITH changed AS (
       UPDATE saved_filter SET name = $4, query = $5, version = version + 1, updated_at = now(),
         updated_by = $6
       WHERE municipality_code = $1 AND id = $2 AND version = $3 AND removed_at IS NULL RETURNING 1)
     SELECT count(*) AS changed FROM changed`,
    [code, id, version, name, query, by],
  );
  return rows[0]?.changed === 1;
}

/** Removes or takes back; false where the filter is not there in this version. */
export async function markFilterRemoved(
  tx: Queryable,
  code: string,
  id: string,
  version: number,
  isRemoved: boolean,
): Promise<boolean> {
  const rows = await tx.query<{ changed: number }>(
    `WITH changed AS (
       UPDATE saved_filter SET removed_at = CASE WHEN $4 THEN now() END, version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 RETURNING 1)
     SELECT count(*) AS changed FROM changed`,
    [code, id, version, isRemoved],
  );
  return rows[0]?.changed === 1;
}
