import type { Transaction } from '../../database.ts';
import { JOIN_OWN_PLAN, SUPPORTER_COUNT } from './supporters-said.ts';

/** A district and what is counted there by id of the fact (domain: FACTS). */
export interface ChartFactsRow {
  /** null: people whose district is not known. */
  readonly name: string | null;
  /** In force as a district now; others stand on the roster alone. */
  readonly is_district: boolean;
  readonly facts: Readonly<Record<string, number>>;
}

const count = (id: string, condition: string) => `'${id}', count(p.id) FILTER (WHERE ${condition})`;
const has = (...kinds: readonly string[]) =>
  `(${kinds.map((kind) => `p.disabilities @> '[{"kind":"${kind}"}]'`).join(' OR ')})`;
const stage = (id: string, ...stages: readonly string[]) =>
  count(id, `p.plan_seen AND p.stage IN (${stages.map((one) => `'${one}'`).join()})`);

/** Parts of a whole are disjoint, and together the whole: each takes who is left by those before. */
const PEOPLE = [
  `'residents', count(p.id)`,
  count('care.support', `p.care_level IN ('12', '13')`),
  count('care.1_2', `p.care_level IN ('21', '22')`),
  count('care.3_5', `p.care_level IN ('23', '24', '25')`),
  count('care.other', `p.care_level IN ('01', '06', '11')`),
  count('care.unknown', 'p.care_level IS NULL'),
  count('age.0_64', 'p.age < 65'),
  count('age.65_74', 'p.age BETWEEN 65 AND 74'),
  count('age.75_84', 'p.age BETWEEN 75 AND 84'),
  count('age.85_', 'p.age >= 85'),
  count('age.unknown', 'p.age IS NULL'),
  count('disability.some', 'jsonb_array_length(p.disabilities) > 0'),
  count('disability.none', 'jsonb_array_length(p.disabilities) = 0'),
  count('disability.unknown', 'p.disabilities IS NULL'),
  count('disability.sight_hearing', has('visual', 'hearing')),
  count('disability.limb', has('limb', 'upper-limb', 'lower-limb', 'trunk')),
  count('disability.internal', has('internal', 'speech')),
  count('disability.intellectual', has('intellectual')),
  count('disability.mental', has('mental')),
  count('disability.intractable', has('intractable-disease')),
  count('power.some', `p.devices && ARRAY['ventilator', 'suction', 'oxygen-concentrator']`),
  count('power.none', `NOT p.devices && ARRAY['ventilator', 'suction', 'oxygen-concentrator']`),
  count('power.unknown', 'p.devices IS NULL'),
];
const MORE_PEOPLE = [
  count('household.alone', `p.household = 'alone'`),
  count('household.elderly', `p.household = 'elderly-only'`),
  count('household.family', `p.household = 'with-family'`),
  count('household.facility', `p.household = 'facility'`),
  count('household.unknown', 'p.household IS NULL'),
  count('hazard.red', `p.red = 'inside'`),
  count('hazard.undetermined', `p.red = 'undetermined'`),
  count('hazard.yellow', `p.red IN ('near', 'outside') AND p.relation = 'inside'`),
  count('hazard.outside', `p.red IN ('near', 'outside') AND p.relation <> 'inside'`),
  count('plan.not_started', `p.plan_seen AND p.stage = 'not-started'`),
  stage('plan.asked', 'consent-asked'),
  stage('plan.refused', 'refused'),
  stage('plan.in_work', ...['agreed', 'drafting', 'route-checked', 'accepted', 'person-agreed']),
  stage('plan.in_force', 'shared', 'in-force'),
  stage('plan.review_due', 'review-due'),
  stage('plan.ended', 'ended'),
  count('plan.unseen', 'NOT p.plan_seen'),
  count('supporters.some', 'p.supporters > 0'),
  count('supporters.none', 'p.supporters = 0'),
  count('supporters.unknown', 'p.supporters IS NULL'),
];

const SITES = (['shelter', 'welfare-shelter'] as const).flatMap((kind) => {
  const start = kind === 'shelter' ? 'shelter' : 'welfare';
  const isKind = `s.kind = '${kind}'`;
  return [
    `'${start}.count', count(*) FILTER (WHERE ${isKind})`,
    `'${start}.capacity', coalesce(sum(s.capacity) FILTER (WHERE ${isKind}), 0)`,
    `'${start}.unknown', count(*) FILTER (WHERE ${isKind} AND s.capacity IS NULL)`,
  ];
});

/**
 * Facts of all districts at once, of the people whom the actor sees; by the roster's district of each person,
 * and by where each shelter stands. `today` (YYYY-MM-DD) is what ages are reckoned on.
 */
export function selectChartFacts(
  tx: Transaction,
  code: string,
  districts: readonly string[] | null,
  today: string,
): Promise<ChartFactsRow[]> {
  return tx.query(
    `WITH active AS (
       SELECT id, kind FROM dataset WHERE municipality_code = $1 AND status = 'active'
     ), place AS (
       SELECT t.name, t.geometry FROM active d
       JOIN district t ON t.municipality_code = $1 AND t.dataset_id = d.id
       WHERE d.kind = 'districts' AND ($2::text[] IS NULL OR t.name = ANY ($2))
     ), helpers AS (
       SELECT resident_id, count(*) AS count FROM access.supporter
       WHERE municipality_code = $1 GROUP BY resident_id
     ), person AS (
       SELECT r.id, coalesce(r.district_name, '') AS district, h.care_level, h.disabilities, h.devices,
         h.household, coalesce(a.red_relation, 'undetermined') AS red,
         coalesce(a.relation, 'undetermined') AS relation, coalesce(own.stage, 'not-started') AS stage,
         extract(year FROM age($3::date, r.birth_date)) AS age,
         ${SUPPORTER_COUNT} AS supporters,
         NOT (SELECT access.masked()) AND ((SELECT access.everyone())
           OR r.id IN (SELECT access.plans())) AS plan_seen
       FROM access.resident r
       LEFT JOIN access.household_facts h ON h.municipality_code = $1 AND h.resident_id = r.id
       LEFT JOIN access.assessment a ON a.municipality_code = $1 AND a.subject_kind = 'resident'
         AND a.subject_id = r.id::text
       ${JOIN_OWN_PLAN}
       LEFT JOIN helpers s ON s.resident_id = r.id
       WHERE r.municipality_code = $1 AND r.archived_at IS NULL
         AND ($2::text[] IS NULL OR r.district_name = ANY ($2))
     ), named AS (
       SELECT name FROM place UNION SELECT district FROM person
     ), people AS (
       SELECT n.name, jsonb_build_object(${PEOPLE.join()}) || jsonb_build_object(${MORE_PEOPLE.join()}) AS facts
       FROM named n LEFT JOIN person p ON p.district = n.name GROUP BY n.name
     ), site AS (
       SELECT t.name, s.kind, CASE WHEN jsonb_exists(e.overrides, 'capacity')
         THEN (e.overrides ->> 'capacity')::integer ELSE s.capacity END AS capacity
       FROM active d
       JOIN shelter s ON s.municipality_code = $1 AND s.dataset_id = d.id
       LEFT JOIN shelter_edit e ON e.municipality_code = $1 AND e.shelter_id = s.id
       JOIN place t ON ST_Covers(t.geometry, coalesce(e.position, s.position))
       WHERE d.kind = 'shelters' AND s.kind IN ('shelter', 'welfare-shelter')
     ), sites AS (
       SELECT n.name, jsonb_build_object(${SITES.join()}) AS facts
       FROM place n LEFT JOIN site s ON s.name = n.name GROUP BY n.name
     )
     SELECT nullif(people.name, '') AS name, sites.name IS NOT NULL AS is_district,
       people.facts || coalesce(sites.facts, '{}') AS facts
     FROM people LEFT JOIN sites ON sites.name = people.name
     ORDER BY people.name`,
    [code, districts, today],
  );
}

/** In which district each shelter in force stands. */
export function selectShelterDistricts(
  tx: Transaction,
  code: string,
): Promise<{ readonly id: string; readonly district: string }[]> {
  return tx.query(
    `SELECT DISTINCT ON (s.id) s.id, t.name AS district
     FROM dataset lists
     JOIN shelter s ON s.municipality_code = $1 AND s.dataset_id = lists.id
     LEFT JOIN shelter_edit e ON e.municipality_code = $1 AND e.shelter_id = s.id
     JOIN dataset d ON d.municipality_code = $1 AND d.kind = 'districts' AND d.status = 'active'
     JOIN district t ON t.municipality_code = $1 AND t.dataset_id = d.id
       AND ST_Covers(t.geometry, coalesce(e.position, s.position))
     WHERE lists.municipality_code = $1 AND lists.kind = 'shelters' AND lists.status = 'active'
     ORDER BY s.id, t.name`,
    [code],
  );
}
