import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { rankResidents } from '#domain/priority/rank';
import type { ResidentFacts } from '#domain/resident/facts';
import type { Queryable } from '../../server/db/database.ts';
import { makePoints } from './support/prefecture.ts';
import { generateFacts } from './support/rank-facts.ts';

export const BENCH_CITY = '99902';
const DATASET = '00000000-0000-4000-8000-000000000001';
const RUN = '00000000-0000-4000-8000-000000000002';
const BATCH = 1000;

/** A municipality with a roster of `count` fictional people, judged and ranked, and one zone dataset. */
export async function storeRoster(database: Queryable, count: number): Promise<void> {
  await database.query(`INSERT INTO municipality (code, name) VALUES ($1, '計測市')`, [BENCH_CITY]);
  await database.query(
    `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256, as_of)
     VALUES ($1, $2, 'zones', 'ksj-a33', 'default', 'active', '{zones.geojson}', 'none', '2024-11-30')`,
    [BENCH_CITY, DATASET],
  );
  await database.query(
    `INSERT INTO assessment_run (municipality_code, id, assessed_at, margin_meters, zone_dataset_ids,
                                 data_versions, assessed, difference)
     VALUES ($1, $2, '2026-11-24T00:00:00Z', 10, ARRAY[$3::uuid], '{}', $4, '{}')`,
    [BENCH_CITY, RUN, DATASET, count],
  );
  const people = peopleOf(generateFacts(count, 1), makePoints(count));
  for (let first = 0; first < people.length; first += BATCH)
    await storeBatch(database, JSON.stringify(people.slice(first, first + BATCH)));
  await database.query('ANALYZE resident, household_facts, assessment, priority_result');
}

function peopleOf(facts: readonly ResidentFacts[], points: Float64Array) {
  const ranks = new Map(rankResidents(redZonePolicy, facts).map((one) => [one.residentId, one]));
  return facts.map((one, number) => {
    const accuracy = one.positionAccuracy.value ?? 'none';
    const hasPlace = accuracy !== 'none';
    const age = one.age.value;
    const { tier, rank, score, possibleTier } = ranks.get(one.residentId)!;
    const red = one.redZone.value ?? 'undetermined';
    return {
      id: one.residentId,
      number: `R${number}`,
      name: `計測 ${number}`,
      kana: `ケイソク${String((number * 7919) % facts.length).padStart(6, '0')}`,
      birth: age === null ? null : `${2026 - age}-04-01`,
      district: one.district,
      lng: hasPlace ? points[2 * number] : null,
      lat: hasPlace ? points[2 * number + 1] : null,
      accuracy,
      care: one.careLevel.value,
      devices: one.devices.value,
      plan: one.plan.value,
      relation: one.anyZone.value ?? 'undetermined',
      red,
      distance: red === 'inside' || red === 'near' ? (number % 97) - 40 : null,
      phenomena: one.phenomena.value ?? [],
      tier,
      rank,
      score,
      possible: possibleTier,
    };
  });
}

async function storeBatch(database: Queryable, people: string): Promise<void> {
  const from = `FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, number text, name text, kana text,
    birth date, district text, lng float8, lat float8, accuracy text, care text, devices text[],
    plan text, relation text, red text, distance float8, phenomena text[], tier int, rank int,
    score float8, possible int)`;
  await database.query(
    `INSERT INTO resident (municipality_code, id, roster_number, name, name_kana, birth_date, address,
       district_name, district_source, position, accuracy, radius_meters, position_origin, content_hash)
     SELECT '${BENCH_CITY}', id, number, name, kana, birth, district || '1番地', district, 'roster',
       CASE WHEN lng IS NOT NULL THEN ST_SetSRID(ST_MakePoint(lng, lat), 4326) END, accuracy,
       CASE WHEN lng IS NOT NULL THEN 10 END, CASE WHEN lng IS NULL THEN 'none' ELSE 'roster' END, ''
     ${from}`,
    [people],
  );
  await database.query(
    `INSERT INTO household_facts (municipality_code, resident_id, care_level, devices, plan,
       supporters_known, source)
     SELECT '${BENCH_CITY}', id, care, devices, plan, false, 'roster.csv' ${from}`,
    [people],
  );
  await database.query(
    `INSERT INTO assessment (municipality_code, subject_kind, subject_id, run_id, relation,
       red_relation, red_distance_meters, phenomena, red_not_surveyed, zones)
     SELECT '${BENCH_CITY}', 'resident', id::text, '${RUN}', relation, red, distance, phenomena,
       false, '[]' ${from}`,
    [people],
  );
  await database.query(
    `INSERT INTO priority_result (municipality_code, resident_id, criteria_id, criteria_version, tier,
       rank, score, possible_tier)
     SELECT '${BENCH_CITY}', id, '${redZonePolicy.id}', ${redZonePolicy.version}, tier, rank, score,
       possible ${from}`,
    [people],
  );
}
