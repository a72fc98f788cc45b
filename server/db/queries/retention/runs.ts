import type { Removed } from '#contract/retention';
import type { Queryable } from '../../database.ts';

export interface RunRecord {
  readonly id: string;
  readonly orderedAt: Date;
  readonly orderedBy: string;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly removed: Removed | null;
}

const COLUMNS = `id, ordered_at AS "orderedAt", ordered_by AS "orderedBy", due_at AS "dueAt",
  done_at AS "doneAt", removed`;
const PENDING = 'called_off_at IS NULL AND done_at IS NULL';

/** The one that is ordered and not done, and the last that was done. */
export async function findRuns(
  database: Queryable,
  code: string,
): Promise<{ readonly pending: RunRecord | null; readonly last: RunRecord | null }> {
  const [pending] = await database.query<RunRecord>(
    `SELECT ${COLUMNS} FROM retention_run WHERE municipality_code = $1 AND ${PENDING}`,
    [code],
  );
  const [last] = await database.query<RunRecord>(
    `SELECT ${COLUMNS} FROM retention_run WHERE municipality_code = $1 AND done_at IS NOT NULL
     ORDER BY done_at DESC LIMIT 1`,
    [code],
  );
  return { pending: pending ?? null, last: last ?? null };
}

/** False where one is ordered already. */
export async function insertRun(
  database: Queryable,
  code: string,
  { id, orderedBy, minutes }: { id: string; orderedBy: string; minutes: number },
): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO retention_run (municipality_code, id, ordered_by, due_at)
     VALUES ($1, $2, $3, now() + make_interval(mins => $4)) ON CONFLICT DO NOTHING RETURNING id`,
    [code, id, orderedBy, minutes],
  );
  return rows.length > 0;
}

/** False where none is pending: it was done, or called off, before. */
export async function callOffRun(database: Queryable, code: string): Promise<boolean> {
  const rows = await database.query(
    `WITH off AS (UPDATE retention_run SET called_off_at = now()
       WHERE municipality_code = $1 AND ${PENDING} AND due_at > now() RETURNING 1)
     SELECT 1 FROM off`,
    [code],
  );
  return rows.length > 0;
}

/** Runs whose time has come. */
export function listDueRuns(
  database: Queryable,
): Promise<{ readonly code: string; readonly id: string; readonly orderedBy: string }[]> {
  return database.query(
    `SELECT municipality_code AS code, id, ordered_by AS "orderedBy" FROM retention_run
     WHERE ${PENDING} AND due_at <= now() ORDER BY due_at`,
  );
}

export async function finishRun(
  database: Queryable,
  code: string,
  id: string,
  removed: Removed,
): Promise<void> {
  await database.query(
    'UPDATE retention_run SET done_at = now(), removed = $3 WHERE municipality_code = $1 AND id = $2',
    [code, id, JSON.stringify(removed)],
  );
}
