import type { Relation } from '#domain/hazard/relation';
import type { Queryable, Transaction } from '../../database.ts';

/** Somebody or something that a zone concerns. */
export interface ZoneSubjectRow {
  readonly id: string;
  readonly relation: Relation;
  readonly signed_distance_meters: number;
}

const OF_ZONE = `a.subject_id AS id, zone->>'relation' AS relation,
  (zone->>'signedDistanceMeters')::float8 AS signed_distance_meters`;

/** People inside, near or undetermined to one zone, of those the actor may see; deepest first. */
export function selectZoneResidents(
  transaction: Transaction,
  code: string,
  districts: readonly string[] | null,
  zoneId: string,
): Promise<ZoneSubjectRow[]> {
  return transaction.query(
    `SELECT ${OF_ZONE}
     FROM access.assessment a
     JOIN access.resident r ON r.municipality_code = a.municipality_code AND r.id::text = a.subject_id
     CROSS JOIN LATERAL jsonb_array_elements(a.zones) AS zone
     WHERE a.municipality_code = $1 AND a.subject_kind = 'resident' AND r.archived_at IS NULL
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2))
       AND a.zones @> $3::jsonb AND zone->>'zoneId' = $4
     ORDER BY 3`,
    [code, districts, JSON.stringify([{ zoneId }]), zoneId],
  );
}

/** Shelters inside or near one zone. */
export function selectZoneShelters(
  database: Queryable,
  code: string,
  zoneId: string,
): Promise<ZoneSubjectRow[]> {
  return database.query(
    `SELECT ${OF_ZONE}
     FROM assessment a CROSS JOIN LATERAL jsonb_array_elements(a.zones) AS zone
     WHERE a.municipality_code = $1 AND a.subject_kind = 'shelter'
       AND a.zones @> $2::jsonb AND zone->>'zoneId' = $3
     ORDER BY 3`,
    [code, JSON.stringify([{ zoneId }]), zoneId],
  );
}

/** Shape and ground area of one zone in force; null where there is none of this id. */
export async function selectZoneShape(
  database: Queryable,
  code: string,
  zoneId: string,
): Promise<{ readonly geometry: Buffer; readonly area_square_meters: number } | null> {
  const [row] = await database.query<{ geometry: Buffer; area_square_meters: number }>(
    `SELECT ST_AsBinary(z.geometry, 'NDR') AS geometry,
            ST_Area(z.geometry::geography) AS area_square_meters
     FROM dataset d JOIN hazard_zone z
       ON z.municipality_code = d.municipality_code AND z.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'zones' AND d.status = 'active' AND z.id = $2
     LIMIT 1`,
    [code, zoneId],
  );
  return row ?? null;
}
