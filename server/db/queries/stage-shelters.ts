import type { ShelterEntry } from '#domain/shelter/shelter';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

/** Lists go as JSON: unnest() would run arrays of arrays together. */
export async function stageShelters(
  database: Queryable,
  key: DatasetKey,
  shelters: readonly ShelterEntry[],
): Promise<void> {
  const rows = shelters.map(({ position, municipalityCode, ...shelter }) => ({
    ...shelter,
    lng: position?.[0] ?? null,
    lat: position?.[1] ?? null,
    listMunicipalityCode: municipalityCode,
  }));
  await database.query(
    `INSERT INTO shelter (municipality_code, dataset_id, id, kind, name, name_kana, address, position,
       designated_hazards, capacity, capacity_note, accepted_groups, basis, equipment, phone,
       list_municipality_code, notes)
     SELECT $1, $2, id, kind, name, "nameKana", address, ST_SetSRID(ST_MakePoint(lng, lat), 4326),
       "designatedHazards", capacity, "capacityNote", "acceptedGroups", basis, equipment, phone,
       "listMunicipalityCode", notes
     FROM json_to_recordset($3::json) AS shelter (id text, kind text, name text, "nameKana" text,
       address text, lng float8, lat float8, "designatedHazards" text[], capacity int,
       "capacityNote" text, "acceptedGroups" text[], basis text, equipment text[], phone text,
       "listMunicipalityCode" text, notes text)`,
    [key.municipalityCode, key.datasetId, JSON.stringify(rows)],
  );
}

/** How many shelters of a dataset have a position outside the boundary; null without a boundary. */
export async function countSheltersOutside(
  database: Queryable,
  key: DatasetKey,
): Promise<number | null> {
  const [row] = await database.query<{ outside: number; areas: number }>(
    `WITH boundary AS (
       SELECT district.geometry FROM district JOIN dataset
         ON dataset.municipality_code = district.municipality_code AND dataset.id = district.dataset_id
       WHERE district.municipality_code = $1 AND dataset.kind = 'boundary' AND dataset.status = 'active'
     )
     SELECT (SELECT count(*) FROM boundary) AS areas,
       count(*) FILTER (WHERE NOT EXISTS (
         SELECT 1 FROM boundary WHERE ST_Covers(boundary.geometry, shelter.position))) AS outside
     FROM shelter WHERE municipality_code = $1 AND dataset_id = $2 AND position IS NOT NULL`,
    [key.municipalityCode, key.datasetId],
  );
  return row === undefined || row.areas === 0 ? null : row.outside;
}
