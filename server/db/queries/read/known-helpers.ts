import type { Transaction } from '../../database.ts';

export interface KnownHelperRow {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
}

/**
 * Everybody who stands as a supporter of somebody on the roster, once for each person they help. Of the
 * table: it holds none for who sees people masked.
 */
export function selectKnownHelpers(tx: Transaction, code: string): Promise<KnownHelperRow[]> {
  return tx.query(
    `SELECT s.name, s.phone, s.address, ST_X(s.position) AS lng, ST_Y(s.position) AS lat
     FROM supporter s
     JOIN resident r ON r.municipality_code = s.municipality_code AND r.id = s.resident_id
     WHERE s.municipality_code = $1 AND r.archived_at IS NULL
     ORDER BY r.id, s.ordinal`,
    [code],
  );
}
