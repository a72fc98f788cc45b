import type { ProfileFigures } from '#domain/routing/profiles/figures';
import type { Queryable, Transaction } from '../database.ts';
import type { Sayer } from './site-overrides.ts';

export interface TravelProfileRecord {
  readonly id: string;
  readonly version: number;
  /** null: the standard holds again. */
  readonly figures: ProfileFigures | null;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** Those that were ever changed. */
export function listTravelProfiles(
  database: Queryable,
  code: string,
): Promise<TravelProfileRecord[]> {
  return database.query(
    `SELECT id, version, figures, updated_at AS "updatedAt", updated_by AS "updatedBy"
     FROM travel_profile WHERE municipality_code = $1 ORDER BY id`,
    [code],
  );
}

/** False where somebody else changed it since `version`; 0 is that of one which nobody has changed. */
export async function storeTravelProfile(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  figures: ProfileFigures | null,
  by: Sayer,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       INSERT INTO travel_profile (municipality_code, id, version, figures, updated_by, updated_by_account)
       SELECT $1, $2, 1, $4::jsonb, $5, $6::uuid
       WHERE $3::int = 0 OR EXISTS (
         SELECT 1 FROM travel_profile WHERE municipality_code = $1 AND id = $2)
       ON CONFLICT (municipality_code, id) DO UPDATE SET figures = excluded.figures,
         updated_by = excluded.updated_by, updated_by_account = excluded.updated_by_account,
         updated_at = now(), version = travel_profile.version + 1
       WHERE travel_profile.version = $3::int
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, figures === null ? null : JSON.stringify(figures), by.name, by.accountId],
  );
  return rows.length > 0;
}
