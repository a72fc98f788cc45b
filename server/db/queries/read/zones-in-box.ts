import type { Bbox } from '#domain/geo/position';
import type { HazardZone, Phenomenon, ZoneClass } from '#domain/hazard/zone';
import type { Queryable } from '../../database.ts';
import { wkbToMultiPolygon } from '../../wkb.ts';
import type { ZoneGeometryRow } from './zones.ts';

export interface ZonesInBoxRow {
  readonly zone_class: ZoneClass;
  readonly phenomenon: Phenomenon;
  readonly count: number;
}

/** Zones in force that reach into a box of degrees, by class and phenomenon. */
export function countZonesInBox(
  database: Queryable,
  code: string,
  [west, south, east, north]: Bbox,
): Promise<ZonesInBoxRow[]> {
  return database.query(
    `SELECT z.zone_class, z.phenomenon, count(*)::integer AS count
     FROM dataset d JOIN hazard_zone z
       ON z.municipality_code = d.municipality_code AND z.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'zones' AND d.status = 'active'
       AND z.geometry && ST_MakeEnvelope($2, $3, $4, $5, ST_SRID(z.geometry))
       AND ST_Intersects(z.geometry, ST_MakeEnvelope($2, $3, $4, $5, ST_SRID(z.geometry)))
     GROUP BY z.zone_class, z.phenomenon`,
    [code, west, south, east, north],
  );
}

/** Zones in force that reach into a box of degrees, whole. */
export async function selectZonesInBox(
  database: Queryable,
  code: string,
  [west, south, east, north]: Bbox,
): Promise<Pick<HazardZone, 'zoneClass' | 'phenomenon' | 'geometry'>[]> {
  const rows = await database.query<
    Pick<ZoneGeometryRow, 'zone_class' | 'phenomenon' | 'geometry'>
  >(
    `SELECT z.zone_class, z.phenomenon, ST_AsBinary(z.geometry, 'NDR') AS geometry
     FROM dataset d JOIN hazard_zone z
       ON z.municipality_code = d.municipality_code AND z.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'zones' AND d.status = 'active'
       AND z.geometry && ST_MakeEnvelope($2, $3, $4, $5, ST_SRID(z.geometry))
     ORDER BY z.id`,
    [code, west, south, east, north],
  );
  return rows.map(({ zone_class, phenomenon, geometry }) => ({
    zoneClass: zone_class,
    phenomenon,
    geometry: wkbToMultiPolygon(geometry),
  }));
}
