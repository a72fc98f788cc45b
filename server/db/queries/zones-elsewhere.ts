import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

/** About 20 km in degrees at the latitudes of Japan; a warning needs no more exactness. */
const NEAR_DEGREES = { lng: 0.23, lat: 0.19 } as const;
/** Homes are looked at by cells of about 5 km: a few hundred for a city, however many live there. */
const CELL_DEGREES = 0.05;

/**
 * How staged zones lie to the municipality. `elsewhere`: none touches its boundary in force (or its
 * districts, where it has no boundary), by their true shapes. `far`: no area is known, but people or shelters are, and
 * no zone is within some 20 km of any of them. `here`: anything else, so also where nothing is known.
 */
export async function placeOfZones(
  tx: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<'here' | 'elsewhere' | 'far'> {
  const [area] = await tx.query<{ known: boolean; touched: boolean }>(
    `WITH area AS (
       SELECT dataset.kind, district.geometry FROM district JOIN dataset
         ON dataset.municipality_code = district.municipality_code AND dataset.id = district.dataset_id
       WHERE district.municipality_code = $1 AND dataset.status = 'active'
         AND dataset.kind IN ('boundary', 'districts')
     ), part AS MATERIALIZED (
       -- Small parts: a coast of 50,000 vertices is not walked once for each zone.
       SELECT ST_Subdivide(geometry, 128) AS geometry FROM area
       WHERE kind = 'boundary' OR NOT EXISTS (SELECT 1 FROM area WHERE kind = 'boundary')
     )
     SELECT EXISTS (SELECT 1 FROM part) AS known, EXISTS (
       SELECT 1 FROM part JOIN hazard_zone AS zone ON ST_Intersects(zone.geometry, part.geometry)
       WHERE zone.municipality_code = $1 AND zone.dataset_id = $2
     ) AS touched`,
    [municipalityCode, datasetId],
  );
  if (area?.known) return area.touched ? 'here' : 'elsewhere';
  const [places] = await tx.query<{ known: boolean; near: boolean }>(
    `WITH place AS (
       SELECT position FROM resident
       WHERE municipality_code = $1 AND archived_at IS NULL AND position IS NOT NULL
       UNION ALL
       SELECT shelter.position FROM shelter JOIN dataset
         ON dataset.municipality_code = shelter.municipality_code AND dataset.id = shelter.dataset_id
       WHERE shelter.municipality_code = $1 AND dataset.status = 'active'
         AND shelter.position IS NOT NULL
     ), cell AS MATERIALIZED (
       SELECT DISTINCT ST_SnapToGrid(position, $3) AS center FROM place
     )
     SELECT EXISTS (SELECT 1 FROM cell) AS known, EXISTS (
       SELECT 1 FROM cell JOIN hazard_zone AS zone
         ON zone.geometry && ST_Expand(cell.center, $4, $5)
       WHERE zone.municipality_code = $1 AND zone.dataset_id = $2
     ) AS near`,
    [municipalityCode, datasetId, CELL_DEGREES, NEAR_DEGREES.lng, NEAR_DEGREES.lat],
  );
  return places?.known && !places.near ? 'far' : 'here';
}

/** What a staged dataset of zones covers: how many, of which prefectures, how far from the boundary. */
export async function coverageOfZones(
  tx: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<{ zones: number; prefectures: readonly string[]; nearestMeters: number | null }> {
  const [row] = await tx.query<{
    zones: number;
    prefectures: string[] | null;
    meters: number | null;
  }>(
    `WITH area AS (
       SELECT dataset.kind, district.geometry FROM district JOIN dataset
         ON dataset.municipality_code = district.municipality_code AND dataset.id = district.dataset_id
       WHERE district.municipality_code = $1 AND dataset.status = 'active'
         AND dataset.kind IN ('boundary', 'districts')
     ), part AS (
       SELECT geometry FROM area
       WHERE kind = 'boundary' OR NOT EXISTS (SELECT 1 FROM area WHERE kind = 'boundary')
     ), zone AS MATERIALIZED (
       SELECT prefecture_code, geometry FROM hazard_zone
       WHERE municipality_code = $1 AND dataset_id = $2
     ), nearest AS (
       SELECT part.geometry AS area, zone.geometry AS zone FROM part, zone
       ORDER BY part.geometry <-> zone.geometry LIMIT 1
     )
     SELECT (SELECT count(*) FROM zone) AS zones,
       (SELECT array_agg(DISTINCT prefecture_code) FROM zone WHERE prefecture_code IS NOT NULL)
         AS prefectures,
       (SELECT ST_Distance(area::geography, zone::geography) FROM nearest) AS meters`,
    [municipalityCode, datasetId],
  );
  return {
    zones: row?.zones ?? 0,
    prefectures: row?.prefectures ?? [],
    nearestMeters: row?.meters ?? null,
  };
}
