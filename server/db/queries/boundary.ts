import type { MultiPolygon } from '#domain/geo/position';
import type { Queryable } from '../database.ts';
import { wkbToMultiPolygon } from '../wkb.ts';

/** The municipality's boundary in force as one area; null where none was imported. */
export async function findBoundary(
  database: Queryable,
  municipalityCode: string,
): Promise<MultiPolygon | null> {
  const [row] = await database.query<{ wkb: Buffer | null }>(
    `SELECT ST_AsBinary(ST_Multi(ST_Union(geometry)), 'NDR') AS wkb
     FROM dataset JOIN district
       ON district.municipality_code = dataset.municipality_code AND district.dataset_id = dataset.id
     WHERE dataset.municipality_code = $1 AND dataset.kind = 'boundary' AND dataset.status = 'active'`,
    [municipalityCode],
  );
  return row?.wkb ? wkbToMultiPolygon(row.wkb) : null;
}
