import type { HazardZone } from '#domain/hazard/zone';
import type { Queryable } from '../database.ts';
import { multiPolygonToWkb } from '../wkb.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf } from './unnest.ts';

export interface StagedZone {
  readonly id: string;
  /** Why the geometry was repaired (ST_IsValidReason); null where it was valid. */
  readonly repair: string | null;
}

/**
 * Stores zones with valid geometry: what was invalid is mended and its source kept beside it. Zones
 * that are missing in the answer had no area left.
 */
export async function stageZones(
  database: Queryable,
  key: DatasetKey,
  zones: readonly HazardZone[],
): Promise<StagedZone[]> {
  const rows = zones.map((zone) => ({ ...zone, wkb: multiPolygonToWkb(zone.geometry) }));
  return database.query<StagedZone>(
    `WITH read AS (
       SELECT *, ST_GeomFromWKB(wkb, 4326) AS source
       FROM unnest($3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[],
                   $9::text[], $10::text[], $11::date[], $12::bytea[])
         AS zone (id, phenomenon, zone_class, red_not_surveyed, prefecture_code, zone_number,
                  zone_name, place, notice_date, wkb)
     ), checked AS MATERIALIZED (
       SELECT *, ST_IsValid(source) AS valid FROM read
     ), mended AS MATERIALIZED (
       SELECT *, CASE WHEN valid THEN source
         ELSE ST_Multi(ST_CollectionExtract(ST_MakeValid(source), 3)) END AS geometry
       FROM checked
     )
     INSERT INTO hazard_zone (municipality_code, dataset_id, id, phenomenon, zone_class,
       red_not_surveyed, prefecture_code, zone_number, zone_name, place, notice_date, geometry,
       source_geometry, repair)
     SELECT $1, $2, id, phenomenon, zone_class, red_not_surveyed, prefecture_code, zone_number,
       zone_name, place, notice_date, geometry, CASE WHEN NOT valid THEN source END,
       CASE WHEN NOT valid THEN ST_IsValidReason(source) END
     FROM mended WHERE NOT ST_IsEmpty(geometry) AND ST_Area(geometry) > 0
     RETURNING id, repair`,
    [
      key.municipalityCode,
      key.datasetId,
      ...columnsOf(rows, [
        'id',
        'phenomenon',
        'zoneClass',
        'redNotSurveyed',
        'prefectureCode',
        'zoneNumber',
        'zoneName',
        'place',
        'noticeDate',
        'wkb',
      ]),
    ],
  );
}
