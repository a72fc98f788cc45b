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

/** Places a person by hand and keeps where they were. */
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
    `UPDATE resident SET position = ST_SetSRID(ST_MakePoint($3, $4), 4326), accuracy = 'manual',
       radius_meters = $5, position_origin = 'manual', position_source = $6, version = version + 1,
       updated_at = now()
     WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, move.residentId, lng, lat, move.radiusMeters, move.positionSource],
  );
}
