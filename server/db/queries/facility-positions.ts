import type { ImportSource } from '#contract/dataset';
import type { Position } from '#domain/geo/position';
import type { ShelterKind } from '#domain/shelter/shelter';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';

export interface FacilityPlace {
  readonly shelterId: string;
  readonly datasetId: string;
  readonly source: ImportSource;
  readonly kind: ShelterKind;
  readonly name: string;
  readonly isStaged: boolean;
  /** Where the list has it, whatever was chosen. */
  readonly position: Position;
}

/**
 * Shelters with a position, of the lists in force and, where one is named, of a staged list in place of
 * the one that it would replace.
 */
export async function listFacilityPlaces(
  database: Queryable,
  municipalityCode: string,
  stagedId: string | null,
): Promise<FacilityPlace[]> {
  const rows = await database.query<FacilityPlace & { lng: number; lat: number }>(
    `WITH staged AS (
       SELECT id, kind, scope FROM dataset
       WHERE municipality_code = $1 AND id = $2 AND kind = 'shelters' AND status = 'staging'
     ), list AS (
       SELECT dataset.id, dataset.source, dataset.status = 'staging' AS is_staged FROM dataset
       WHERE municipality_code = $1 AND kind = 'shelters' AND (
         id = (SELECT id FROM staged)
         OR (status = 'active' AND scope IS DISTINCT FROM (SELECT scope FROM staged)))
     )
     SELECT shelter.id AS "shelterId", list.id AS "datasetId", list.source, shelter.kind, shelter.name,
       list.is_staged AS "isStaged", ST_X(place) AS lng, ST_Y(place) AS lat
     FROM list JOIN shelter ON shelter.municipality_code = $1 AND shelter.dataset_id = list.id
       CROSS JOIN LATERAL (SELECT coalesce(list_position, position) AS place) AS own
     WHERE place IS NOT NULL ORDER BY shelter.name, shelter.id`,
    [municipalityCode, stagedId],
  );
  return rows.map(({ lng, lat, ...row }) => ({ ...row, position: [lng, lat] as const }));
}

export interface ChosenPosition {
  readonly facilityKey: string;
  readonly position: Position;
  readonly version: number;
}

export async function listChosenPositions(
  database: Queryable,
  municipalityCode: string,
): Promise<ChosenPosition[]> {
  const rows = await database.query<{ key: string; lng: number; lat: number; version: number }>(
    `SELECT facility_key AS key, ST_X(position) AS lng, ST_Y(position) AS lat, version
     FROM facility_position WHERE municipality_code = $1 ORDER BY facility_key`,
    [municipalityCode],
  );
  return rows.map(({ key, lng, lat, version }) => ({
    facilityKey: key,
    position: [lng, lat] as const,
    version,
  }));
}

/** False where somebody else chose meanwhile. `version` null: nothing had been chosen. */
export async function storeChosenPosition(
  tx: Queryable,
  municipalityCode: string,
  chosen: { readonly facilityKey: string; readonly position: Position | null },
  version: number | null,
  chosenBy: string,
): Promise<boolean> {
  const { facilityKey, position } = chosen;
  const [standing] = await tx.query<{ version: number }>(
    `SELECT version FROM facility_position
     WHERE municipality_code = $1 AND facility_key = $2 FOR UPDATE`,
    [municipalityCode, facilityKey],
  );
  if ((standing?.version ?? null) !== version) return false;
  if (position === null)
    await tx.query(
      'DELETE FROM facility_position WHERE municipality_code = $1 AND facility_key = $2',
      [municipalityCode, facilityKey],
    );
  else
    await tx.query(
      `INSERT INTO facility_position (municipality_code, facility_key, position, chosen_by)
       VALUES ($1, $2, ST_SetSRID(ST_MakePoint($3, $4), 4326), $5)
       ON CONFLICT (municipality_code, facility_key) DO UPDATE
         SET position = excluded.position, chosen_by = excluded.chosen_by, chosen_at = now(),
           version = facility_position.version + 1`,
      [municipalityCode, facilityKey, position[0], position[1], chosenBy],
    );
  return true;
}

/** NFKC and no spaces, as `facilityKey` of the domain has it. */
const KEY = (name: string) => `regexp_replace(normalize(${name}, NFKC), '\\s+', '', 'g')`;

/**
 * Puts the facilities of lists where they were chosen to be, and back where their list has them when the
 * choice was taken back; `datasetId` null: of all lists in force.
 */
export async function applyChosenPositions(
  tx: Queryable,
  { municipalityCode, datasetId }: Omit<DatasetKey, 'datasetId'> & { datasetId: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE shelter SET position = coalesce(chosen.position, shelter.list_position, shelter.position),
       list_position = CASE WHEN chosen.position IS NULL THEN NULL
                            ELSE coalesce(shelter.list_position, shelter.position) END
     FROM shelter AS one
     JOIN dataset ON dataset.municipality_code = one.municipality_code AND dataset.id = one.dataset_id
     LEFT JOIN facility_position AS chosen ON chosen.municipality_code = one.municipality_code
       AND chosen.facility_key = ${KEY('one.name')}
     WHERE shelter.municipality_code = $1 AND shelter.dataset_id = one.dataset_id
       AND shelter.id = one.id AND one.municipality_code = $1 AND one.position IS NOT NULL
       AND (dataset.id = $2 OR ($2::uuid IS NULL AND dataset.status = 'active'))
       AND (chosen.position IS NOT NULL OR one.list_position IS NOT NULL)`,
    [municipalityCode, datasetId],
  );
}
