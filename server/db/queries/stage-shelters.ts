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
