import type { ResponseKind } from '#domain/plan/response';
import type { ResponseLevel } from '#domain/plan/response-levels';
import type { Queryable, Transaction } from '../database.ts';

export interface ResponseRecord {
  readonly id: string;
  readonly kind: ResponseKind;
  readonly districts: string[] | null;
  readonly levels: ResponseLevel[];
  readonly moment: number;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
}

const COLUMNS = `id, kind, districts, levels, moment, opened_by AS "openedBy", opened_at AS "openedAt",
  closed_by AS "closedBy", closed_at AS "closedAt"`;

/** Open ones first, then the newest. */
export function listResponses(
  tx: Transaction,
  code: string,
  limit: number,
): Promise<ResponseRecord[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM response WHERE municipality_code = $1
     ORDER BY closed_at IS NOT NULL, opened_at DESC, id LIMIT $2`,
    [code, limit],
  );
}

export async function findResponse(
  tx: Transaction,
  code: string,
  id: string,
): Promise<ResponseRecord | null> {
  const [row] = await tx.query<ResponseRecord>(
    `SELECT ${COLUMNS} FROM response WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return row ?? null;
}

export type NewResponse = Pick<
  ResponseRecord,
  'id' | 'kind' | 'districts' | 'levels' | 'openedBy' | 'openedAt'
>;

export async function insertResponse(
  tx: Transaction,
  code: string,
  { id, kind, districts, levels, openedBy, openedAt }: NewResponse,
): Promise<void> {
  await tx.query(
    `INSERT INTO response (municipality_code, id, kind, districts, levels, opened_by, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, id, kind, districts, JSON.stringify(levels), openedBy, openedAt],
  );
}

/** Ends it, or takes it up again. False where it stands so already. */
export async function setResponseClosed(
  tx: Transaction,
  code: string,
  id: string,
  closed: { readonly by: string; readonly at: Date } | null,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE response SET closed_by = $3, closed_at = $4, moment = moment + 1
       WHERE municipality_code = $1 AND id = $2 AND (closed_at IS NULL) = ($4::timestamptz IS NOT NULL)
       RETURNING id)
     SELECT id, pg_notify('michishirube_response', id::text) FROM changed`,
    [code, id, closed?.by ?? null, closed?.at ?? null],
  );
  return rows.length > 0;
}

export async function setResponseLevels(
  tx: Transaction,
  code: string,
  id: string,
  levels: readonly ResponseLevel[],
): Promise<void> {
  await tx.query('UPDATE response SET levels = $3 WHERE municipality_code = $1 AND id = $2', [
    ...[code, id, JSON.stringify(levels)],
  ]);
}

/** The moment of what is about to be said in it; null where it has ended or is not there. */
export async function nextMoment(tx: Transaction, id: string): Promise<number | null> {
  const [row] = await tx.query<{ moment: number | null }>(
    'SELECT access.next_moment($1) AS moment',
    [id],
  );
  return row?.moment ?? null;
}

/** Where each of them has come to: no personal data. */
export function selectMoments(
  database: Queryable,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly moment: number }[]> {
  return database.query('SELECT id, moment FROM response WHERE id = ANY ($1::uuid[])', [ids]);
}
