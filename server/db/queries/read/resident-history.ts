import type { Position } from '#domain/geo/position';
import type { Accuracy } from '#domain/resident/accuracy';
import type { Transaction } from '../../database.ts';

export interface EventRow {
  readonly at: Date;
  readonly kind: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly file: string | null;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** What imports, checks and judgements did to a person. */
export function selectResidentEvents(
  transaction: Transaction,
  code: string,
  residentId: string,
): Promise<EventRow[]> {
  return transaction.query(
    `SELECT e.at, e.kind, e.by, e.reason, array_to_string(d.file_names, '、') AS file, e.changes
     FROM resident_event e
     LEFT JOIN dataset d ON d.municipality_code = e.municipality_code AND d.id = e.dataset_id
     WHERE e.municipality_code = $1 AND e.resident_id = $2 ORDER BY e.at DESC, e.id LIMIT 200`,
    [code, residentId],
  );
}

export interface PositionChangeRow {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly version: number;
  readonly restores_version: number | null;
  readonly position: Position | null;
  readonly accuracy: Accuracy;
  readonly radius_meters: number | null;
  readonly source: string | null;
}

/** Moves by hand with where the person stood before each. */
export function selectPositionChanges(
  transaction: Transaction,
  code: string,
  residentId: string,
): Promise<PositionChangeRow[]> {
  return transaction.query(
    `SELECT changed_at AS at, changed_by AS by, reason, version, restores_version,
       CASE WHEN former_position IS NOT NULL
         THEN json_build_array(ST_X(former_position), ST_Y(former_position)) END AS position,
       former_accuracy AS accuracy, former_radius_meters AS radius_meters, former_source AS source
     FROM resident_position_change
     WHERE municipality_code = $1 AND resident_id = $2 ORDER BY version DESC`,
    [code, residentId],
  );
}

/** When the person entered the roster; null where that was not kept. Undefined: nobody whom the actor may see. */
export async function selectEntered(
  transaction: Transaction,
  code: string,
  districts: readonly string[] | null,
  residentId: string,
): Promise<Date | null | undefined> {
  const [row] = await transaction.query<{ entered_at: Date | null }>(
    `SELECT entered_at FROM resident WHERE municipality_code = $1 AND id = $3
       AND ($2::text[] IS NULL OR district_name = ANY ($2))`,
    [code, districts, residentId],
  );
  return row === undefined ? undefined : row.entered_at;
}
