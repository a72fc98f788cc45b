import type { Transaction } from '../database.ts';

export interface DemoSpot {
  readonly town: string;
  readonly district: string | null;
  readonly lng: number;
  readonly lat: number;
}

/** Places of the fictional city, spread over it; the same every time. */
export function selectDemoSpots(tx: Transaction, code: string, most: number): Promise<DemoSpot[]> {
  return tx.query(
    `WITH spot AS (
       SELECT g.town, g.position FROM gazetteer_entry g JOIN dataset d
         ON d.municipality_code = g.municipality_code AND d.id = g.dataset_id
       WHERE g.municipality_code = $1 AND d.status = 'active'
       ORDER BY md5(g.ordinal::text || g.town), g.ordinal LIMIT $2)
     SELECT town, ST_X(position) AS lng, ST_Y(position) AS lat,
       (SELECT x.name FROM district x JOIN dataset d
          ON d.municipality_code = x.municipality_code AND d.id = x.dataset_id
        WHERE x.municipality_code = $1 AND d.status = 'active'
          AND ST_Covers(x.geometry, spot.position) ORDER BY x.name LIMIT 1) AS district
     FROM spot`,
    [code, most],
  );
}

/** Fictional people who agreed that the roster is given; the same every time. */
export function selectDemoPeople(
  tx: Transaction,
  code: string,
  most: number,
): Promise<{ readonly id: string; readonly district: string | null }[]> {
  return tx.query(
    `SELECT r.id, r.district_name AS district FROM resident r JOIN consent c
       ON c.municipality_code = r.municipality_code AND c.resident_id = r.id
     WHERE r.municipality_code = $1 AND r.archived_at IS NULL
       AND c.purpose = 'roster' AND c.state = 'agreed'
     ORDER BY md5(r.roster_number), r.roster_number LIMIT $2`,
    [code, most],
  );
}

export async function hasRelaySheets(tx: Transaction, code: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM relay_sheet WHERE municipality_code = $1 LIMIT 1', [
    code,
  ]);
  return rows.length > 0;
}
