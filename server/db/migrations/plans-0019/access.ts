const HERE = 'municipality_code = (SELECT access.municipality())';
/** Who sees a plan is who sees who helps (`support` of domain/access/policy). */
const SEEN = `${HERE} AND NOT (SELECT access.masked()) AND ((SELECT access.everyone())
  OR (resident_id IN (SELECT access.people()) AND resident_id IN (SELECT access.plans())))`;
/** By the city's setting nearly any role may take one step or another: which, services say. */
const TAKES_STEPS = `(SELECT access.setting('role')) IN ('system', 'disaster-officer', 'welfare-officer',
  'fire-department', 'district-organisation', 'welfare-shelter', 'supporter')`;
const WRITES = '(SELECT access.writes_plans())';

const table = (name: string, grants: string, ...policies: readonly string[]) => [
  `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
  ...policies.map((policy) => policy.replace('ON', `ON ${name}`)),
  `GRANT ${grants} ON ${name} TO michishirube_app`,
];
const reads = (seen = SEEN) =>
  `CREATE POLICY reads ON FOR SELECT TO michishirube_app USING (${seen})`;
const inserts = (check: string) =>
  `CREATE POLICY inserts ON FOR INSERT TO michishirube_app WITH CHECK (${check})`;
const updates = (check: string) =>
  `CREATE POLICY updates ON FOR UPDATE TO michishirube_app USING (${check}) WITH CHECK (${check})`;

/** Versions and events are added alone: nobody changes or deletes one. */
export const POLICIES = [
  ...table(
    'plan',
    'SELECT, INSERT, UPDATE',
    ...[reads(), inserts(`${SEEN} AND ${TAKES_STEPS}`), updates(`${SEEN} AND ${TAKES_STEPS}`)],
  ),
  ...table('plan_version', 'SELECT, INSERT', reads(), inserts(`${SEEN} AND ${WRITES}`)),
  ...table('plan_event', 'SELECT, INSERT', reads(), inserts(`${SEEN} AND ${TAKES_STEPS}`)),
  ...table(
    'plan_setting',
    'SELECT, INSERT, UPDATE',
    reads(HERE),
    ...['(SELECT access.keeps_roster())'].flatMap((keeps) => [
      inserts(`${HERE} AND ${keeps}`),
      updates(`${HERE} AND ${keeps}`),
    ]),
  ),
  ...['writes_plans()', 'plan_is_given(uuid)', 'name_shelters(uuid, text[], text[])'].flatMap(
    (name) => [
      `REVOKE EXECUTE ON FUNCTION access.${name} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION access.${name} TO michishirube_app`,
    ],
  ),
  'REVOKE EXECUTE ON FUNCTION access.is_by_ordinance() FROM PUBLIC',
];

const MASKED = '(SELECT access.masked())';
const unmasked = (column: string) =>
  `CASE WHEN ${MASKED} THEN NULL ELSE h.${column} END AS ${column}`;

/** As access-0010 made it, with the plan's word in place of the roster's where there is one, and since when. */
export const HOUSEHOLD_FACTS = `CREATE OR REPLACE VIEW access.household_facts AS SELECT
     h.municipality_code, h.resident_id, h.care_level, coalesce(own.fact, h.plan) AS plan, h.source, h.as_of,
     ${unmasked('disabilities')}, ${unmasked('devices')}, ${unmasked('household')},
     ${unmasked('communication')},
     h.supporters_known AND NOT ${MASKED} AND ((SELECT access.everyone())
       OR h.resident_id IN (SELECT access.plans())) AS supporters_known,
     CASE WHEN own.fact IS NOT NULL
       THEN (own.stage_since AT TIME ZONE 'Asia/Tokyo')::date END AS plan_as_of
   FROM household_facts h
   LEFT JOIN plan own
     ON own.municipality_code = h.municipality_code AND own.resident_id = h.resident_id
   WHERE h.municipality_code = (SELECT access.municipality())
     AND ((SELECT access.everyone()) OR h.resident_id IN (SELECT access.people()))`;
