import type { Retained } from '#domain/access/retention';
import type { Queryable } from '../../database.ts';

export interface RuleRecord {
  readonly what: Retained;
  readonly version: number;
  /** null = for good. */
  readonly days: number | null;
  readonly isDaily: boolean;
  readonly setAt: Date | null;
  readonly setBy: string | null;
}

/** Those that somebody set. `code` '' is the installation's own audit log. */
export function listRules(database: Queryable, code: string): Promise<RuleRecord[]> {
  return database.query(
    `SELECT what, version, days, is_daily AS "isDaily", set_at AS "setAt", set_by AS "setBy"
     FROM retention_rule WHERE municipality_code = $1`,
    [code],
  );
}

/** Over the version that was read, 0 for none; false where that is not the latest. */
export async function storeRule(
  database: Queryable,
  code: string,
  { what, version, days, isDaily }: Pick<RuleRecord, 'what' | 'version' | 'days' | 'isDaily'>,
  by: string,
): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO retention_rule (municipality_code, what, version, days, is_daily, set_by)
     SELECT $1, $2, 1, $4, $5, $6 WHERE $3 = 0 OR EXISTS (
       SELECT FROM retention_rule WHERE municipality_code = $1 AND what = $2 AND version = $3)
     ON CONFLICT (municipality_code, what) DO UPDATE SET version = retention_rule.version + 1,
       days = excluded.days, is_daily = excluded.is_daily, set_at = now(), set_by = excluded.set_by
     WHERE retention_rule.version = $3
     RETURNING version`,
    [code, what, version, days, isDaily, by],
  );
  return rows.length > 0;
}

/** Marks what is to be removed today by itself, and answers it; each once in 24 hours. */
export function takeDailyRules(
  database: Queryable,
): Promise<{ readonly code: string; readonly what: Retained }[]> {
  return database.query(
    `WITH due AS (
       UPDATE retention_rule SET last_daily_at = now()
       WHERE is_daily AND coalesce(last_daily_at < now() - interval '24 hours', true)
       RETURNING municipality_code, what)
     SELECT municipality_code AS code, what FROM due ORDER BY 1, 2`,
  );
}
