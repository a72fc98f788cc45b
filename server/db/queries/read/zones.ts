import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';
import type { Queryable, Transaction } from '../../database.ts';

export interface ZoneGeometryRow {
  readonly id: string;
  readonly zone_class: ZoneClass;
  readonly phenomenon: Phenomenon;
  readonly red_not_surveyed: boolean;
  /** Little-endian WKB, degrees. */
  readonly geometry: Buffer;
}

/** Columns of a ZoneGeometryRow. */
export const ZONE_GEOMETRY_COLUMNS = `id, zone_class, phenomenon, red_not_surveyed,
  ST_AsBinary(geometry, 'NDR') AS geometry`;

/** Zones of one dataset after an id, in the order of ids: a dataset is read in batches of `limit`. */
export function selectZoneGeometries(
  database: Queryable,
  code: string,
  datasetId: string,
  afterId: string,
  limit: number,
): Promise<ZoneGeometryRow[]> {
  return database.query(
    `SELECT ${ZONE_GEOMETRY_COLUMNS}
     FROM hazard_zone
     WHERE municipality_code = $1 AND dataset_id = $2 AND id > $3
     ORDER BY id LIMIT $4`,
    [code, datasetId, afterId, limit],
  );
}

export interface ZoneDetailRow {
  readonly id: string;
  readonly phenomenon: Phenomenon;
  readonly zone_class: ZoneClass;
  readonly red_not_surveyed: boolean;
  readonly zone_number: string | null;
  readonly zone_name: string | null;
  readonly place: string | null;
  readonly notice_date: string | null;
  readonly repair: string | null;
  readonly dataset_id: string;
  readonly as_of: string | null;
  readonly credit: string | null;
}

/** One zone in force. */
export async function selectZone(
  database: Queryable,
  code: string,
  zoneId: string,
): Promise<ZoneDetailRow | null> {
  const [row] = await database.query<ZoneDetailRow>(
    `SELECT z.id, z.phenomenon, z.zone_class, z.red_not_surveyed, z.zone_number, z.zone_name, z.place,
            z.notice_date, z.repair, d.id AS dataset_id, d.as_of, d.credit
     FROM dataset d JOIN hazard_zone z
       ON z.municipality_code = d.municipality_code AND z.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'zones' AND d.status = 'active' AND z.id = $2
     LIMIT 1`,
    [code, zoneId],
  );
  return row ?? null;
}

/** How many people on the roster, of those the actor may see, stand inside a zone. */
export async function countResidentsInside(
  transaction: Transaction,
  code: string,
  districts: readonly string[] | null,
  zoneId: string,
): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(
    `SELECT count(*)::integer AS count
     FROM access.assessment a JOIN access.resident r
       ON r.municipality_code = a.municipality_code AND r.id::text = a.subject_id
     WHERE a.municipality_code = $1 AND a.subject_kind = 'resident' AND r.archived_at IS NULL
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2)) AND a.zones @> $3::jsonb`,
    [code, districts, JSON.stringify([{ zoneId, relation: 'inside' }])],
  );
  return row?.count ?? 0;
}

export interface ZoneCountRow {
  readonly zone_class: ZoneClass;
  readonly red_not_surveyed: boolean;
  readonly count: number;
}

export function countZones(database: Queryable, code: string): Promise<ZoneCountRow[]> {
  return database.query(
    `SELECT z.zone_class, z.red_not_surveyed, count(*)::integer AS count
     FROM dataset d JOIN hazard_zone z
       ON z.municipality_code = d.municipality_code AND z.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'zones' AND d.status = 'active'
     GROUP BY z.zone_class, z.red_not_surveyed`,
    [code],
  );
}
