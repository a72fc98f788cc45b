import type { MultiPolygon } from '#domain/geo/position';
import type { Queryable } from '../database.ts';
import { multiPolygonToWkb } from '../wkb.ts';
import type { DatasetKey } from './datasets.ts';
import type { StagedZone } from './stage-zones.ts';
import { columnsOf } from './unnest.ts';

export interface AreaToStage {
  readonly id: string;
  readonly name: string;
  readonly geometry: MultiPolygon;
}

/** Stores districts or a boundary, mended where invalid, with a point inside for the label. */
export async function stageAreas(
  database: Queryable,
  key: DatasetKey,
  areas: readonly AreaToStage[],
): Promise<StagedZone[]> {
  const rows = areas.map((area) => ({ ...area, wkb: multiPolygonToWkb(area.geometry) }));
  return database.query<StagedZone>(
    `WITH read AS (
       SELECT id, name, ST_GeomFromWKB(wkb, 4326) AS source
       FROM unnest($3::text[], $4::text[], $5::bytea[]) AS area (id, name, wkb)
     ), mended AS (
       SELECT *, CASE WHEN ST_IsValid(source) THEN source
         ELSE ST_Multi(ST_CollectionExtract(ST_MakeValid(source), 3)) END AS geometry
       FROM read
     ), stored AS (
       INSERT INTO district (municipality_code, dataset_id, id, name, geometry, label)
       SELECT $1, $2, id, name, geometry, ST_PointOnSurface(geometry)
       FROM mended WHERE NOT ST_IsEmpty(geometry) AND ST_Area(geometry) > 0
       RETURNING id
     )
     SELECT id, CASE WHEN NOT ST_IsValid(source) THEN ST_IsValidReason(source) END AS repair
     FROM stored JOIN read USING (id)`,
    [key.municipalityCode, key.datasetId, ...columnsOf(rows, ['id', 'name', 'wkb'])],
  );
}
