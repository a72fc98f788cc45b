const HERE = 'municipality_code = (SELECT access.municipality())';
const EVERYONE = '(SELECT access.everyone())';
const WRITES = `(SELECT access.setting('role')) IN ('system', 'disaster-officer', 'welfare-officer',
  'fire-department', 'district-organisation', 'welfare-shelter', 'supporter')`;
const OWN_ACCOUNT = `(SELECT access.setting('account'))::uuid`;
/** Whoever does not see the person sees no sheet about them, their own one neither. */
const PERSON_SEEN = `(resident_id IS NULL OR ${EVERYONE} OR resident_id IN (SELECT access.people()))`;
/** Inside the city hall all of the officer's districts; otherwise the writer, and the offices that it was with. */
const CONCERNED = `(written_account = ${OWN_ACCOUNT}
  OR office_keys && (SELECT access.own_offices())
  OR ((SELECT access.keeps_roster()) AND ((SELECT access.list('districts')) IS NULL
    OR district IS NULL OR district = ANY ((SELECT access.list('districts'))::text[]))))`;
const SEEN = `${HERE} AND NOT (SELECT access.masked()) AND ${WRITES}
  AND ${PERSON_SEEN} AND ${CONCERNED}`;
/** By the policy of the sheets themselves. */
const OF_SEEN = `${HERE} AND sheet_id IN (SELECT id FROM relay_sheet)`;

const table = (name: string, grants: string, ...policies: readonly string[]) => [
  `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
  ...policies.map((policy) => policy.replace('ON', `ON ${name}`)),
  `GRANT ${grants} ON ${name} TO michishirube_app`,
];
const reads = (seen: string) =>
  `CREATE POLICY reads ON FOR SELECT TO michishirube_app USING (${seen})`;
const inserts = (check: string) =>
  `CREATE POLICY inserts ON FOR INSERT TO michishirube_app WITH CHECK (${check})`;
const updates = (check: string) =>
  `CREATE POLICY updates ON FOR UPDATE TO michishirube_app USING (${check}) WITH CHECK (${check})`;

/** Offices that the actor is of, by key (domain/relay/office.ts). */
const OWN_OFFICES = `CREATE FUNCTION access.own_offices() RETURNS text[] LANGUAGE sql STABLE
  RETURN CASE access.setting('role')
    WHEN 'district-organisation' THEN
      ARRAY(SELECT 'district-organisation:' || unnest(access.list('districts')))
    WHEN 'welfare-shelter' THEN
      ARRAY(SELECT 'welfare-shelter:' || unnest(access.list('shelters')))
    WHEN 'supporter' THEN '{}'::text[]
    ELSE ARRAY[access.setting('role')] END`;

export const ACCESS = [
  OWN_OFFICES,
  'REVOKE EXECUTE ON FUNCTION access.own_offices() FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION access.own_offices() TO michishirube_app',
  ...table('relay_sheet', 'SELECT, INSERT, UPDATE', reads(SEEN), inserts(SEEN), updates(SEEN)),
  ...table('relay_event', 'SELECT, INSERT', reads(OF_SEEN), inserts(OF_SEEN)),
  ...table(
    'relay_attachment',
    'SELECT, INSERT, UPDATE',
    reads(OF_SEEN),
    inserts(OF_SEEN),
    updates(OF_SEEN),
  ),
];
