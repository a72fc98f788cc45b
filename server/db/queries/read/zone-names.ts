import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';
import type { Queryable } from '../../database.ts';

export interface NamedZoneRow {
  readonly id: string;
  readonly zone_number: string | null;
  readonly zone_name: string | null;
  readonly place: string | null;
  readonly phenomenon: Phenomenon;
  readonly zone_class: ZoneClass;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What the zones in force are called, with the box that each lies in. */
export function selectNamedZones(database: Queryable, code: string): Promise<NamedZoneRow[]> {
  return database.query(
    `SELECT z.id, z.zone_number, z.zone_name, z.place, z.phenomenon, z.zone_class,
            ST_XMin(z.geometry) AS west, ST_YMin(z.geometry) AS south,
            ST_XMax(z.geometry) AS east, ST_YMax(z.geometry) AS north
     FROM dataset d JOIN hazard_zone z
       ON z.municipality_code = d.municipality_code AND z.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'zones' AND d.status = 'active'
     ORDER BY z.id`,
    [code],
  );
}
