import type { Bbox, Position } from '#domain/geo/position';
import type { Queryable } from '../../database.ts';

export interface DistrictRow {
  readonly id: string;
  readonly name: string;
  readonly bbox: Bbox;
  readonly label: Position;
  /** Little-endian WKB, degrees. */
  readonly geometry: Buffer;
}

/** Districts in force, or the municipality's own boundary, by id. */
export function selectDistricts(
  database: Queryable,
  code: string,
  kind: 'districts' | 'boundary',
): Promise<DistrictRow[]> {
  return database.query(
    `SELECT t.id, t.name, ST_AsBinary(t.geometry, 'NDR') AS geometry,
            json_build_array(ST_XMin(t.geometry), ST_YMin(t.geometry),
                             ST_XMax(t.geometry), ST_YMax(t.geometry)) AS bbox,
            json_build_array(ST_X(t.label), ST_Y(t.label)) AS label
     FROM dataset d JOIN district t
       ON t.municipality_code = d.municipality_code AND t.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = $2 AND d.status = 'active'
     ORDER BY t.id`,
    [code, kind],
  );
}

/** Box of what is on the map: the boundary and the districts, or the zones and shelters without them. */
export async function selectExtent(database: Queryable, code: string): Promise<Bbox | null> {
  const [row] = await database.query<{ bbox: Bbox | null }>(
    `WITH active AS (
       SELECT id, kind FROM dataset WHERE municipality_code = $1 AND status = 'active'
     ), extents AS (
       SELECT 1 AS preference, ST_Extent(t.geometry) AS extent
       FROM active d JOIN district t ON t.municipality_code = $1 AND t.dataset_id = d.id
       UNION ALL
       SELECT 2, ST_Extent(z.geometry)
       FROM active d JOIN hazard_zone z ON z.municipality_code = $1 AND z.dataset_id = d.id
       UNION ALL
       SELECT 3, ST_Extent(s.position)
       FROM active d JOIN shelter s ON s.municipality_code = $1 AND s.dataset_id = d.id
     )
     SELECT json_build_array(ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent)) AS bbox
     FROM extents WHERE extent IS NOT NULL ORDER BY preference LIMIT 1`,
    [code],
  );
  return row?.bbox ?? null;
}
