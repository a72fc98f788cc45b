import type { DatasetDifference } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';
import { recordRosterChanges } from './resident-events.ts';

/** Who is new, changed and gone against the people who are on the roster now. */
export async function compareRoster(tx: Queryable, key: DatasetKey): Promise<DatasetDifference> {
  const [row] = await tx.query<DatasetDifference>(
    `SELECT count(*) FILTER (WHERE resident.id IS NULL) AS added,
       count(*) FILTER (WHERE record.roster_number IS NULL) AS removed,
       count(*) FILTER (WHERE record.content_hash <> resident.content_hash) AS changed,
       count(*) FILTER (WHERE record.content_hash = resident.content_hash) AS unchanged
     FROM (SELECT * FROM roster_record WHERE municipality_code = $1 AND dataset_id = $2) AS record
     FULL JOIN (SELECT * FROM resident WHERE municipality_code = $1 AND archived_at IS NULL) AS resident
       ON resident.roster_number = record.roster_number
     -- Whoever was merged with another entry is not new each time.
     WHERE NOT EXISTS (SELECT 1 FROM resident AS merged WHERE merged.municipality_code = $1
       AND merged.merged_into IS NOT NULL AND merged.roster_number = record.roster_number)`,
    [key.municipalityCode, key.datasetId],
  );
  return row ?? { added: 0, changed: 0, removed: 0, unchanged: 0 };
}

/** People placed by hand whose address changed: the position is kept, somebody has to look at it. */
export async function countMovedUnderManualPosition(
  tx: Queryable,
  key: DatasetKey,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) FROM roster_record AS record JOIN resident USING (municipality_code, roster_number)
     WHERE record.municipality_code = $1 AND record.dataset_id = $2
       AND resident.position_origin = 'manual'
       AND resident.address IS DISTINCT FROM record.entry ->> 'address'`,
    [key.municipalityCode, key.datasetId],
  );
  return row?.count ?? 0;
}

/**
 * Makes the staged records of a roster the people of the municipality: new ones enter, changed ones are
 * updated (a position set by hand stays), those who are gone are archived. Whom somebody judged to be
 * entered twice stays merged. A few statements over what was staged, so that the transaction is short.
 */
export async function applyRoster(
  tx: Queryable,
  key: DatasetKey,
  source: { readonly name: string; readonly asOf: string | null },
): Promise<void> {
  const parameters = [key.municipalityCode, key.datasetId];
  await recordRosterChanges(tx, key);
  await tx.query(UPSERT_RESIDENTS, parameters);
  await tx.query(UPSERT_FACTS, [...parameters, source.name, source.asOf]);
  await tx.query(DELETE_SUPPORTERS, parameters);
  await tx.query(INSERT_SUPPORTERS, parameters);
  await tx.query(ARCHIVE_GONE, parameters);
  await tx.query(PART_FROM_GONE, parameters);
}

const KEPT = `resident.position_origin = 'manual'`;
/** The value of the row that is there where the position was set by hand, else the new one. */
const keepManual = (column: string) =>
  `${column} = CASE WHEN ${KEPT} THEN resident.${column} ELSE excluded.${column} END`;

const UPSERT_RESIDENTS = `
  INSERT INTO resident (municipality_code, id, roster_number, name, name_kana, birth_date, sex, address,
    phone, district_name, district_source, reason, notes, position, accuracy, radius_meters,
    position_origin, position_source, content_hash, dataset_id)
  SELECT $1, gen_random_uuid(), roster_number, entry ->> 'name', entry ->> 'nameKana',
    (entry ->> 'birthDate')::date, entry ->> 'sex', entry ->> 'address', entry ->> 'phone',
    entry ->> 'districtName', CASE WHEN entry ->> 'districtName' IS NOT NULL THEN 'roster' END,
    entry ->> 'reason', entry ->> 'notes', position, accuracy, radius_meters, position_origin,
    position_source, content_hash, $2
  FROM roster_record WHERE municipality_code = $1 AND dataset_id = $2
  ON CONFLICT (municipality_code, roster_number) DO UPDATE SET
    name = excluded.name, name_kana = excluded.name_kana, birth_date = excluded.birth_date,
    sex = excluded.sex, address = excluded.address, phone = excluded.phone,
    district_name = coalesce(excluded.district_name,
      CASE WHEN resident.district_source = 'polygon' THEN resident.district_name END),
    district_source = coalesce(excluded.district_source,
      CASE WHEN resident.district_source = 'polygon' THEN 'polygon' END),
    reason = excluded.reason, notes = excluded.notes,
    ${['position', 'accuracy', 'radius_meters', 'position_origin', 'position_source'].map(keepManual).join(', ')},
    content_hash = excluded.content_hash, dataset_id = excluded.dataset_id,
    archived_at = CASE WHEN resident.merged_into IS NOT NULL THEN resident.archived_at END,
    version = resident.version + CASE WHEN resident.content_hash = excluded.content_hash
      AND (resident.archived_at IS NULL OR resident.merged_into IS NOT NULL) AND (${KEPT}
        OR (resident.position::text, resident.accuracy) IS NOT DISTINCT FROM (excluded.position::text, excluded.accuracy))
      THEN 0 ELSE 1 END,
    updated_at = now()`;

const UPSERT_FACTS = `
  INSERT INTO household_facts (municipality_code, resident_id, care_level, disabilities, devices,
    household, communication, plan, supporters_known, source, as_of)
  SELECT $1, resident.id, entry ->> 'careLevel', nullif(entry -> 'disabilities', 'null'),
    CASE WHEN jsonb_typeof(entry -> 'devices') = 'array'
      THEN ARRAY(SELECT jsonb_array_elements_text(entry -> 'devices')) END,
    entry ->> 'household', entry ->> 'communication', entry ->> 'plan', record.supporters IS NOT NULL,
    coalesce(array_to_string(origin.file_names, ', '), $3),
    CASE WHEN origin.id IS NULL THEN $4::date ELSE origin.as_of END
  FROM roster_record AS record JOIN resident USING (municipality_code, roster_number)
    LEFT JOIN dataset AS origin ON origin.municipality_code = $1 AND origin.id = record.carried_from
  WHERE record.municipality_code = $1 AND record.dataset_id = $2
  ON CONFLICT (municipality_code, resident_id) DO UPDATE SET
    care_level = excluded.care_level, disabilities = excluded.disabilities,
    devices = excluded.devices, household = excluded.household,
    communication = excluded.communication, plan = excluded.plan, supporters_known = excluded.supporters_known,
    source = excluded.source, as_of = excluded.as_of`;

const DELETE_SUPPORTERS = `
  DELETE FROM supporter USING resident, roster_record AS record
  WHERE supporter.municipality_code = $1 AND resident.municipality_code = $1
    AND resident.id = supporter.resident_id AND record.municipality_code = $1
    AND record.dataset_id = $2 AND record.roster_number = resident.roster_number`;

const INSERT_SUPPORTERS = `
  INSERT INTO supporter (municipality_code, resident_id, ordinal, name, relationship, phone, address,
    position, accuracy, radius_meters)
  SELECT $1, resident.id, ordinal, who ->> 'name', who ->> 'relationship', who ->> 'phone',
    who ->> 'address',
    ST_SetSRID(ST_MakePoint((who ->> 'lng')::float8, (who ->> 'lat')::float8), 4326),
    who ->> 'accuracy', (who ->> 'radiusMeters')::float8
  FROM roster_record AS record JOIN resident USING (municipality_code, roster_number)
    CROSS JOIN LATERAL jsonb_array_elements(record.supporters) WITH ORDINALITY AS list (who, ordinal)
  WHERE record.municipality_code = $1 AND record.dataset_id = $2 AND record.supporters IS NOT NULL`;

const ARCHIVE_GONE = `
  WITH gone AS (
    UPDATE resident SET archived_at = now(), version = version + 1, updated_at = now()
    WHERE municipality_code = $1 AND archived_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM roster_record AS record
      WHERE record.municipality_code = $1 AND record.dataset_id = $2
        AND record.roster_number = resident.roster_number)
    RETURNING id
  ), unranked AS (
    DELETE FROM priority_result USING gone
    WHERE municipality_code = $1 AND resident_id = gone.id
  )
  DELETE FROM assessment USING gone
  WHERE municipality_code = $1 AND subject_kind = 'resident' AND subject_id = gone.id::text`;

/** Someone merged with a person who left the roster, but still on it, stands for themselves again. */
const PART_FROM_GONE = `
  UPDATE resident SET merged_into = NULL, archived_at = NULL, version = version + 1, updated_at = now()
  WHERE municipality_code = $1 AND merged_into IS NOT NULL
    AND EXISTS (SELECT 1 FROM roster_record AS record WHERE record.municipality_code = $1
      AND record.dataset_id = $2 AND record.roster_number = resident.roster_number)
    AND NOT EXISTS (SELECT 1 FROM resident AS kept WHERE kept.municipality_code = $1
      AND kept.id = resident.merged_into AND kept.archived_at IS NULL)`;
