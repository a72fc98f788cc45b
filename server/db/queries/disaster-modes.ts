import type { DisasterArticle } from '#domain/access/disaster-mode';
import type { Queryable, Transaction } from '../database.ts';

export interface DisasterModeRecord {
  readonly id: string;
  readonly districts: string[] | null;
  readonly articles: DisasterArticle[];
  readonly reason: string;
  readonly openedBy: string;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly isOpen: boolean;
}

const IS_OPEN = 'closed_at IS NULL AND begins_at <= now() AND ends_at > now()';

/** Open ones first, then the newest first. The clock is that of the database, as for the policies. */
export function listDisasterModes(
  database: Queryable,
  code: string,
  limit: number,
): Promise<DisasterModeRecord[]> {
  return database.query(
    `SELECT id, districts, articles, reason, opened_by AS "openedBy", begins_at AS "beginsAt",
       ends_at AS "endsAt", closed_at AS "closedAt", closed_by AS "closedBy", ${IS_OPEN} AS "isOpen"
     FROM disaster_mode WHERE municipality_code = $1
     ORDER BY (${IS_OPEN}) DESC, begins_at DESC, id LIMIT $2`,
    [code, limit],
  );
}

interface NewDisasterMode {
  readonly id: string;
  readonly districts: readonly string[] | null;
  readonly articles: readonly DisasterArticle[];
  readonly reason: string;
  readonly hours: number;
  readonly by: string;
  readonly accountId: string | null;
}

export async function insertDisasterMode(
  tx: Queryable,
  code: string,
  { id, districts, articles, reason, hours, by, accountId }: NewDisasterMode,
): Promise<void> {
  await tx.query(
    `INSERT INTO disaster_mode (municipality_code, id, districts, articles, reason, opened_by,
       opened_by_account, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(hours => $8))`,
    [code, id, districts, articles, reason, by, accountId, hours],
  );
}

/** Ends one that is open. */
export async function closeDisasterMode(
  tx: Queryable,
  code: string,
  id: string,
  by: string,
): Promise<'closed' | 'ended' | 'unknown'> {
  const [row] = await tx.query<{ closed: boolean; known: boolean }>(
    `WITH closed AS (
       UPDATE disaster_mode SET closed_at = now(), closed_by = $3
       WHERE municipality_code = $1 AND id = $2 AND ${IS_OPEN} RETURNING 1)
     SELECT EXISTS (SELECT FROM closed) AS closed,
       EXISTS (SELECT FROM disaster_mode WHERE municipality_code = $1 AND id = $2) AS known`,
    [code, id, by],
  );
  if (row?.closed === true) return 'closed';
  return row?.known === true ? 'ended' : 'unknown';
}

/** Districts by which people of the roster are known, by polygon or by name. */
export async function listDistrictNames(tx: Transaction, code: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT d.name FROM district d JOIN dataset s
       ON s.municipality_code = d.municipality_code AND s.id = d.dataset_id
     WHERE d.municipality_code = $1 AND s.kind = 'districts' AND s.status = 'active'
     UNION SELECT DISTINCT district_name FROM resident
     WHERE municipality_code = $1 AND district_name IS NOT NULL AND archived_at IS NULL`,
    [code],
  );
  return rows.map(({ name }) => name);
}
