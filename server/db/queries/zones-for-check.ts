import type { IndexedZone } from '#domain/hazard/zone-index';
import type { Queryable } from '../database.ts';
import { wkbToMultiPolygon } from '../wkb.ts';
import { selectZoneGeometries, ZONE_GEOMETRY_COLUMNS, type ZoneGeometryRow } from './read/zones.ts';

const PAGE = 2000;

/**
 * Every zone of the datasets, to be read once. The boundaries stay as bytes until then: 45,000 zones
 * are 45 MB so, and several times that as arrays of positions.
 */
export async function loadZones(
  database: Queryable,
  municipalityCode: string,
  datasetIds: readonly string[],
): Promise<Iterable<IndexedZone>> {
  const records: ZoneGeometryRow[] = [];
  for (const datasetId of datasetIds) {
    let after = '';
    for (;;) {
      const page: ZoneGeometryRow[] = await selectZoneGeometries(
        database,
        municipalityCode,
        datasetId,
        after,
        PAGE,
      );
      records.push(...page);
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) break;
    }
  }
  return decoded(records);
}

/** Zones that come within `reachMeters` of a place. */
export async function findZonesNear(
  database: Queryable,
  municipalityCode: string,
  datasetIds: readonly string[],
  [lng, lat]: readonly [number, number],
  reachMeters: number,
): Promise<Iterable<IndexedZone>> {
  const records = await database.query<ZoneGeometryRow>(
    `SELECT ${ZONE_GEOMETRY_COLUMNS} FROM hazard_zone
     WHERE municipality_code = $1 AND dataset_id = ANY ($2)
       AND geometry && ST_Expand(ST_Envelope(ST_Buffer(
         ST_SetSRID(ST_MakePoint($3, $4), 4326)::geography, $5)::geometry), 0.00001)`,
    [municipalityCode, datasetIds, lng, lat, Math.max(reachMeters, 1)],
  );
  return decoded(records);
}

/** Zones that come within some metres of any of some places, each once. */
export async function findZonesNearAny(
  database: Queryable,
  municipalityCode: string,
  datasetIds: readonly string[],
  positions: readonly (readonly [number, number])[],
  reachMeters: number,
): Promise<Iterable<IndexedZone>> {
  if (positions.length === 0) return [];
  const records = await database.query<ZoneGeometryRow>(
    `WITH box AS MATERIALIZED (
       SELECT ST_Expand(ST_Envelope(ST_Buffer(
         ST_SetSRID(ST_MakePoint(lng, lat), 4326)::geography, $5)::geometry), 0.00001) AS shape
       FROM unnest($3::float8[], $4::float8[]) AS p (lng, lat)),
     near AS (
       SELECT DISTINCT z.dataset_id, z.id FROM box JOIN hazard_zone z ON z.geometry && box.shape
       WHERE z.municipality_code = $1 AND z.dataset_id = ANY ($2))
     SELECT ${ZONE_GEOMETRY_COLUMNS} FROM near JOIN hazard_zone USING (dataset_id, id)
     WHERE municipality_code = $1`,
    [
      ...[municipalityCode, datasetIds, positions.map(([lng]) => lng)],
      ...[positions.map(([, lat]) => lat), Math.max(reachMeters, 1)],
    ],
  );
  return decoded(records);
}

function* decoded(records: readonly ZoneGeometryRow[]): Generator<IndexedZone> {
  for (const { id, phenomenon, zone_class, red_not_surveyed, geometry } of records)
    yield {
      ...{ id, phenomenon, zoneClass: zone_class, redNotSurveyed: red_not_surveyed },
      geometry: wkbToMultiPolygon(geometry),
    };
}
