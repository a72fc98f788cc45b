import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf } from './unnest.ts';

export async function stageGazetteer(
  database: Queryable,
  key: DatasetKey,
  entries: readonly (GazetteerEntry & { readonly ordinal: number })[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    ...entry,
    lng: entry.position[0],
    lat: entry.position[1],
  }));
  await database.query(
    `INSERT INTO gazetteer_entry (municipality_code, dataset_id, ordinal, prefecture, city, town,
       koaza, block, level, position)
     SELECT $1, $2, ordinal, prefecture, city, town, koaza, block, level,
       ST_SetSRID(ST_MakePoint(lng, lat), 4326)
     FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                 $10::float8[], $11::float8[])
       AS entry (ordinal, prefecture, city, town, koaza, block, level, lng, lat)`,
    [
      key.municipalityCode,
      key.datasetId,
      ...columnsOf(rows, [
        'ordinal',
        'prefecture',
        'city',
        'town',
        'koaza',
        'block',
        'level',
        'lng',
        'lat',
      ]),
    ],
  );
}
