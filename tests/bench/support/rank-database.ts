import type { ResidentFacts } from '#domain/resident/facts';
import { SYSTEM } from '../../../server/db/actor.ts';
import type { Database } from '../../../server/db/database.ts';
import { listFacts } from '../../../server/services/rank-municipality.ts';

const CODE = '99201';
const RUN = '00000000-0000-4000-8000-000000000000';
const TODAY = '2026-06-01';

/** Stores residents in the product's own schema. */
export async function storeFacts(
  database: Database,
  residents: readonly ResidentFacts[],
): Promise<void> {
  for (const [sql, parameters] of statements(residents)) await database.query(sql, parameters);
  await database.query('ANALYZE');
}

/** The reading that the product ranks from. */
export function readFacts(database: Database): Promise<ResidentFacts[]> {
  return listFacts({ database, actor: SYSTEM, today: TODAY }, CODE);
}

function statements(residents: readonly ResidentFacts[]): [sql: string, parameters: unknown[]][] {
  const rows = residents.map((facts) => ({
    id: facts.residentId,
    district: facts.district,
    birth_date: facts.age.value === null ? null : `${2026 - facts.age.value}-01-01`,
    accuracy: facts.positionAccuracy.value,
    care_level: facts.careLevel.value,
    disabilities: facts.disabilities.value,
    devices: facts.devices.value,
    household: facts.household.value,
    communication: facts.communication.value,
    plan: facts.plan.value,
    supporters: facts.supporterCount.value,
    relation: facts.anyZone.value,
    red_relation: facts.redZone.value,
    phenomena: facts.phenomena.value,
  }));
  const people = `jsonb_to_recordset($1) AS p(id uuid, district text, birth_date date, accuracy text,
    care_level text, disabilities jsonb, devices text[], household text, communication text,
    plan text, supporters integer, relation text, red_relation text, phenomena text[])`;
  const parameters = [JSON.stringify(rows)];
  return [
    [`INSERT INTO municipality (code, name) VALUES ('${CODE}', '汐路市')`, []],
    [
      `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256, as_of)
       VALUES ('${CODE}', '${RUN}', 'zones', 'ksj-a33', 'default', 'active', '{zones.geojson}', 'none', '2024-08-01')`,
      [],
    ],
    [
      `INSERT INTO resident (municipality_code, id, roster_number, name, birth_date, district_name, district_source,
         position, accuracy, radius_meters, position_source, position_origin, content_hash)
       SELECT '${CODE}', id, id::text, '架空 太郎', birth_date, district, 'roster',
         CASE WHEN accuracy <> 'none' THEN ST_SetSRID(ST_MakePoint(135.2, 31.4), 4326) END,
         accuracy, CASE WHEN accuracy <> 'none' THEN 10 END, district, CASE accuracy WHEN 'none' THEN 'none' ELSE 'roster' END, '' FROM ${people}`,
      parameters,
    ],
    [
      `INSERT INTO household_facts (municipality_code, resident_id, care_level, disabilities, devices,
         household, communication, plan, supporters_known, source, as_of)
       SELECT '${CODE}', id, care_level, nullif(disabilities, 'null'), devices, household,
         communication, plan, supporters IS NOT NULL, 'roster.csv', '2026-04-01' FROM ${people}`,
      parameters,
    ],
    [
      `INSERT INTO supporter (municipality_code, resident_id, ordinal, name)
       SELECT '${CODE}', id, ordinal, '架空 花子'
       FROM ${people}, generate_series(1, supporters) AS ordinal`,
      parameters,
    ],
    [
      `INSERT INTO assessment_run (municipality_code, id, assessed_at, margin_meters,
         zone_dataset_ids, data_versions, assessed, difference)
       VALUES ('${CODE}', '${RUN}', '2026-06-01', 10, '{}', '{}', 0, '{}')`,
      [],
    ],
    [
      `INSERT INTO assessment (municipality_code, subject_kind, subject_id, run_id, relation,
         red_relation, phenomena, red_not_surveyed, zones)
       SELECT '${CODE}', 'resident', id::text, '${RUN}', relation, red_relation, phenomena, false, '[]'
       FROM ${people} WHERE relation IS NOT NULL`,
      parameters,
    ],
  ];
}
