import type { Position } from '#domain/geo/position';
import type { Queryable } from '../database.ts';

export interface Move {
  readonly residentId: string;
  readonly version: number;
  readonly position: Position;
  readonly radiusMeters: number;
  readonly reason: string;
  readonly movedBy: string;
  readonly positionSource: string;
}

/** Where nobody said so the district is the one whose polygon holds the place. */
const DISTRICT_FOLLOWS = `
  district_name = CASE WHEN district_source = 'roster' THEN district_name ELSE area.name END,
  district_source = CASE WHEN district_source = 'roster' THEN 'roster'
    WHEN area.name IS NOT NULL THEN 'polygon' END`;

const AREA_OF_PLACE = `
  SELECT min(district.name) AS name FROM place, district JOIN dataset
    ON dataset.municipality_code = district.municipality_code AND dataset.id = district.dataset_id
  WHERE district.municipality_code = $1 AND dataset.kind = 'districts'
    AND dataset.status = 'active' AND ST_Covers(district.geometry, place.position)`;

/** The version of a person on the roster, locked until the transaction ends; null where there is none. */
export async function lockResident(
  tx: Queryable,
  municipalityCode: string,
  residentId: string,
): Promise<number | null> {
  const [row] = await tx.query<{ version: number }>(
    `SELECT version FROM resident
     WHERE municipality_code = $1 AND id = $2 AND archived_at IS NULL FOR UPDATE`,
    [municipalityCode, residentId],
  );
  return row?.version ?? null;
}

/**
 * Places a person by hand and keeps where they were. The district follows the position, unless the roster
 * names one.
 */
export async function moveResident(
  tx: Queryable,
  municipalityCode: string,
  move: Move,
): Promise<void> {
  await tx.query(
    `INSERT INTO resident_position_change (municipality_code, resident_id, version, former_position,
       former_accuracy, former_radius_meters, former_origin, former_source, reason, changed_by)
     SELECT $1, id, version + 1, position, accuracy, radius_meters, position_origin, position_source,
       $3, $4
     FROM resident WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, move.residentId, move.reason, move.movedBy],
  );
  const [lng, lat] = move.position;
  await tx.query(
    `WITH place AS (
       SELECT ST_SetSRID(ST_MakePoint($3, $4), 4326) AS position
     ), area AS (${AREA_OF_PLACE})
     UPDATE resident SET position = place.position, accuracy = 'manual', radius_meters = $5,
       position_origin = 'manual', position_source = $6, ${DISTRICT_FOLLOWS},
       version = version + 1, updated_at = now()
     FROM place, area
     WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, move.residentId, lng, lat, move.radiusMeters, move.positionSource],
  );
}

/**
 * Puts a person back to where they stood before a move, as an entry of its own in the history. False
 * where that move was not the latest one.
 */
export async function restoreResident(
  tx: Queryable,
  municipalityCode: string,
  restore: {
    readonly residentId: string;
    readonly moveVersion: number;
    readonly reason: string;
    readonly restoredBy: string;
  },
): Promise<boolean> {
  const { residentId, moveVersion, reason, restoredBy } = restore;
  const [latest] = await tx.query<{ version: number }>(
    `SELECT version FROM resident_position_change WHERE municipality_code = $1 AND resident_id = $2
     ORDER BY version DESC LIMIT 1`,
    [municipalityCode, residentId],
  );
  if (latest?.version !== moveVersion) return false;
  await tx.query(
    `INSERT INTO resident_position_change (municipality_code, resident_id, version, former_position,
       former_accuracy, former_radius_meters, former_origin, former_source, reason, changed_by,
       restores_version)
     SELECT $1, id, version + 1, position, accuracy, radius_meters, position_origin, position_source,
       $3, $4, $5
     FROM resident WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, residentId, reason, restoredBy, moveVersion],
  );
  await tx.query(
    `WITH place AS (
       SELECT former_position AS position, former_accuracy, former_radius_meters, former_origin,
         former_source
       FROM resident_position_change
       WHERE municipality_code = $1 AND resident_id = $2 AND version = $3
     ), area AS (${AREA_OF_PLACE})
     UPDATE resident SET position = place.position, accuracy = former_accuracy,
       radius_meters = former_radius_meters, position_origin = former_origin,
       position_source = former_source, ${DISTRICT_FOLLOWS},
       version = version + 1, updated_at = now()
     FROM place, area
     WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, residentId, moveVersion],
  );
  return true;
}
