import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

/** About 20 km in degrees at the latitudes of Japan; a warning needs no more exactness. */
const NEAR_DEGREES = { lng: 0.23, lat: 0.19 } as const;
/** Homes are looked at by cells of about 5 km: a few hundred for a city, however many live there. */
const CELL_DEGREES = 0.05;

/**
 * How staged zones lie to the municipality. `elsewhere`: none touches the box of its boundary in force
 * (or of its districts, where it has no boundary). `far`: no area is known, but people or shelters are, and
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
     ), frame AS (
       SELECT ST_SetSRID(ST_Extent(geometry)::geometry, 4326) AS box FROM area
       WHERE kind = 'boundary' OR NOT EXISTS (SELECT 1 FROM area WHERE kind = 'boundary')
     )
     SELECT box IS NOT NULL AS known, EXISTS (
       SELECT 1 FROM hazard_zone AS zone
       WHERE zone.municipality_code = $1 AND zone.dataset_id = $2 AND ST_Intersects(zone.geometry, box)
     ) AS touched FROM frame`,
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
