import type { HiddenParts, ReleaseDocument } from '#domain/chart/release';
import type { Queryable, Transaction } from '../../database.ts';

export interface StoredRelease {
  /** YYYY-MM-01 */
  readonly month: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly isWithdrawn: boolean;
}

/** Newest first; those that were withdrawn as well, as whoever has one has it. */
export function listReleases(database: Queryable, code: string): Promise<StoredRelease[]> {
  return database.query(
    `SELECT month::text, published_at AS "publishedAt", published_by AS "publishedBy",
       withdrawn_at IS NOT NULL AS "isWithdrawn"
     FROM chart_release WHERE municipality_code = $1 ORDER BY month DESC`,
    [code],
  );
}

/** What was left out of each release, oldest first. */
export function selectHiddenParts(
  database: Queryable,
  code: string,
): Promise<{ readonly month: string; readonly hidden: HiddenParts }[]> {
  return database.query(
    `SELECT month::text, hidden FROM chart_release WHERE municipality_code = $1 ORDER BY month`,
    [code],
  );
}

/** Null where it is not offered. */
export async function findRelease(
  database: Queryable,
  code: string,
  month: string,
): Promise<(StoredRelease & { readonly document: ReleaseDocument }) | null> {
  const [row] = await database.query<StoredRelease & { readonly document: ReleaseDocument }>(
    `SELECT month::text, published_at AS "publishedAt", published_by AS "publishedBy",
       false AS "isWithdrawn", document
     FROM chart_release
     WHERE municipality_code = $1 AND month = $2::date AND withdrawn_at IS NULL`,
    [code, month],
  );
  return row ?? null;
}

/** False where the month was published before. */
export async function insertRelease(
  tx: Transaction,
  code: string,
  month: string,
  by: string,
  { document, hidden }: { readonly document: ReleaseDocument; readonly hidden: HiddenParts },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO chart_release (municipality_code, month, published_by, document, hidden)
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb) ON CONFLICT DO NOTHING RETURNING month`,
    [code, month, by, JSON.stringify(document), JSON.stringify(hidden)],
  );
  return rows.length > 0;
}

/** False where there is no release of the month. */
export async function markRelease(
  tx: Transaction,
  code: string,
  month: string,
  isWithdrawn: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH marked AS (
       UPDATE chart_release SET withdrawn_at = CASE WHEN $3 THEN coalesce(withdrawn_at, now()) END
       WHERE municipality_code = $1 AND month = $2::date RETURNING month)
     SELECT month FROM marked`,
    [code, month, isWithdrawn],
  );
  return rows.length > 0;
}

/** Until the end of the transaction nobody else publishes a chart of the municipality. */
export async function lockReleases(tx: Transaction, code: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`chart_release ${code}`]);
}
