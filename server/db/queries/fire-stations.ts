import type { FireStation } from '#domain/road/fire-station';
import type { Queryable, Transaction } from '../database.ts';
import type { Sayer } from './site-overrides.ts';

export interface FireStationRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly lng: number;
  readonly lat: number;
  readonly vehicles: string[];
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** Those that are not closed, in the order in which they came. */
export function listFireStations(tx: Queryable, code: string): Promise<FireStationRecord[]> {
  return tx.query(
    `SELECT id, version, name, kind, ST_X(position) AS lng, ST_Y(position) AS lat, vehicles,
       updated_at AS "updatedAt", updated_by AS "updatedBy"
     FROM fire_station WHERE municipality_code = $1 AND closed_at IS NULL
     ORDER BY created_at, kind, name, id`,
    [code],
  );
}

/** Closed ones too: whoever closed them all wants none back. */
export async function hasFireStations(database: Queryable, code: string): Promise<boolean> {
  const rows = await database.query(
    'SELECT 1 FROM fire_station WHERE municipality_code = $1 LIMIT 1',
    [code],
  );
  return rows.length > 0;
}

export async function isFireStation(tx: Queryable, code: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM fire_station WHERE municipality_code = $1 AND id = $2',
    [code, id],
  );
  return rows.length > 0;
}

export async function insertFireStation(
  tx: Transaction,
  code: string,
  id: string,
  { name, kind, position, vehicles }: FireStation,
  by: Sayer,
): Promise<void> {
  await tx.query(
    `INSERT INTO fire_station (municipality_code, id, version, name, kind, position, vehicles,
       created_at, updated_by, updated_by_account)
     VALUES ($1, $2, 1, $3, $4, ST_SetSRID(ST_MakePoint($5::float8, $6::float8), 4326), $7,
       clock_timestamp(), $8, $9)`,
    [code, id, name, kind, ...position, vehicles, by.name, by.accountId],
  );
}

/** False where somebody else changed it since `version`, or it is closed. */
export async function updateFireStation(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  { name, kind, position, vehicles }: FireStation,
  by: Sayer,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE fire_station SET name = $4, kind = $5,
         position = ST_SetSRID(ST_MakePoint($6::float8, $7::float8), 4326), vehicles = $8,
         updated_by = $9, updated_by_account = $10, updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 AND closed_at IS NULL
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, name, kind, ...position, vehicles, by.name, by.accountId],
  );
  return rows.length > 0;
}

/** Closes one, or takes that back; false where somebody else changed it, or it stands so already. */
export async function setFireStationClosed(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  isClosed: boolean,
  by: Sayer,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE fire_station SET closed_at = CASE WHEN $4 THEN now() END, updated_by = $5,
         updated_by_account = $6, updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 AND (closed_at IS NULL) = $4
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, isClosed, by.name, by.accountId],
  );
  return rows.length > 0;
}
