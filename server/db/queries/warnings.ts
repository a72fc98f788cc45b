import type { LevelInForce } from '#domain/warning/warning-level';
import type { Queryable } from '../database.ts';

export interface WarningRecord {
  readonly ordinal: number;
  readonly levels: readonly LevelInForce[];
  readonly note: string;
  readonly setBy: string;
  readonly setAt: Date;
}

/** Newest first. */
export function selectWarnings(
  database: Queryable,
  municipalityCode: string,
  limit: number,
): Promise<WarningRecord[]> {
  return database.query<WarningRecord>(
    `SELECT ordinal, levels, note, set_by AS "setBy", set_at AS "setAt" FROM warning_level
     WHERE municipality_code = $1 ORDER BY ordinal DESC LIMIT $2`,
    [municipalityCode, limit],
  );
}

/** False where there is one of this ordinal already. */
export async function insertWarning(
  database: Queryable,
  municipalityCode: string,
  warning: Omit<WarningRecord, 'setAt'>,
): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO warning_level (municipality_code, ordinal, levels, note, set_by)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING ordinal`,
    [
      municipalityCode,
      warning.ordinal,
      JSON.stringify(warning.levels),
      warning.note,
      warning.setBy,
    ],
  );
  return rows.length > 0;
}
