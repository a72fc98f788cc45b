import type { LocatedPosition } from '#domain/resident/accuracy';
import type { Queryable } from '../database.ts';
import { columnsOf } from './unnest.ts';

/** A person whom the gazetteer may place: neither a hand nor the roster file did. */
export interface PlaceByAddress {
  readonly id: string;
  readonly version: number;
  readonly address: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: string;
  readonly radiusMeters: number | null;
}

export async function listPlacesByAddress(
  tx: Queryable,
  municipalityCode: string,
  after: string | null,
  limit: number,
): Promise<PlaceByAddress[]> {
  return tx.query<PlaceByAddress>(
    `SELECT id, version, address, ST_X(position) AS lng, ST_Y(position) AS lat, accuracy,
       radius_meters AS "radiusMeters"
     FROM resident
     WHERE municipality_code = $1 AND archived_at IS NULL
       AND position_origin IN ('gazetteer', 'none') AND ($2::uuid IS NULL OR id > $2)
     ORDER BY id LIMIT $3`,
    [municipalityCode, after, limit],
  );
}

export interface NewPlace {
  readonly id: string;
  /** The version that was read: who was changed meanwhile is left alone. */
  readonly version: number;
  readonly located: LocatedPosition;
  readonly positionSource: string | null;
}

export async function updatePlaces(
  tx: Queryable,
  municipalityCode: string,
  places: readonly NewPlace[],
): Promise<void> {
  const rows = places.map(({ id, version, located, positionSource }) => ({
    id,
    version,
    lng: located.position?.[0] ?? null,
    lat: located.position?.[1] ?? null,
    accuracy: located.accuracy,
    radiusMeters: located.radiusMeters,
    origin: located.accuracy === 'none' ? 'none' : 'gazetteer',
    positionSource,
  }));
  await tx.query(
    `INSERT INTO resident_event (municipality_code, resident_id, kind, changes)
     SELECT $1, resident.id, 'placed', jsonb_build_object(
       'accuracy', jsonb_build_array(resident.accuracy, place.accuracy),
       'positionSource', jsonb_build_array(position_source, place.source))
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[])
       AS place (id, version, accuracy, source)
     JOIN resident ON municipality_code = $1 AND resident.id = place.id
       AND resident.version = place.version`,
    [municipalityCode, ...columnsOf(rows, ['id', 'version', 'accuracy', 'positionSource'])],
  );
  await tx.query(
    `UPDATE resident SET position = ST_SetSRID(ST_MakePoint(lng, lat), 4326),
       accuracy = place.accuracy, radius_meters = place.radius_meters,
       position_origin = place.origin, position_source = place.source,
       version = resident.version + 1, updated_at = now()
     FROM unnest($2::uuid[], $3::int[], $4::float8[], $5::float8[], $6::text[], $7::float8[],
                 $8::text[], $9::text[])
       AS place (id, version, lng, lat, accuracy, radius_meters, origin, source)
     WHERE municipality_code = $1 AND resident.id = place.id AND resident.version = place.version`,
    [
      municipalityCode,
      ...columnsOf(rows, [
        'id',
        'version',
        'lng',
        'lat',
        'accuracy',
        'radiusMeters',
        'origin',
        'positionSource',
      ]),
    ],
  );
}

/**
 * Gives people for whom the roster names no district the one whose polygon holds them; where several
 * do, the first by name. Returns how many changed.
 */
export async function updateDistrictsFromPolygons(
  tx: Queryable,
  municipalityCode: string,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `WITH area AS (
       SELECT district.name, district.geometry FROM district JOIN dataset
         ON dataset.municipality_code = district.municipality_code AND dataset.id = district.dataset_id
       WHERE district.municipality_code = $1 AND dataset.kind = 'districts' AND dataset.status = 'active'
     ), found AS (
       SELECT id, (SELECT min(area.name) FROM area WHERE ST_Covers(area.geometry, position)) AS name
       FROM resident
       WHERE municipality_code = $1 AND archived_at IS NULL
         AND district_source IS DISTINCT FROM 'roster'
     ), changed AS (
       UPDATE resident SET district_name = found.name,
         district_source = CASE WHEN found.name IS NOT NULL THEN 'polygon' END,
         version = version + 1, updated_at = now()
       FROM found
       WHERE municipality_code = $1 AND resident.id = found.id
         AND resident.district_name IS DISTINCT FROM found.name
       RETURNING 1
     )
     SELECT count(*) FROM changed`,
    [municipalityCode],
  );
  return row?.count ?? 0;
}
