/** Personal tables by what a row is about. */
const OF_A_PERSON = ['household_facts', 'priority_result'];
/** Kept with the roster, inside the city hall. */
const OF_A_PERSON_KEPT = [
  'resident_position_change',
  'resident_event',
  'position_left',
  'consent',
  'consent_change',
  'consent_scan',
];
/** By which it is decided who is seen. Everybody of the municipality may know of them. */
const DECISIONS = ['consent_rule', 'disaster_mode'];
const OF_FILES = [
  'roster_record',
  'dataset_reject',
  'dataset_repair',
  'dataset_change',
  'import_job',
];
export const PROTECTED_TABLES = [
  'resident',
  'supporter',
  'assessment',
  'assessment_run',
  'duplicate_decision',
  ...OF_A_PERSON,
  ...OF_A_PERSON_KEPT,
  ...OF_FILES,
  ...DECISIONS,
];

/** Not personal, and written or locked in the same transactions. */
const OTHER_TABLES = [
  'municipality',
  'data_version',
  'dataset',
  'district',
  'hazard_zone',
  'shelter',
  'gazetteer_entry',
  'priority_criteria',
  'derivation',
  'saved_filter',
  'criteria_draft',
  'criteria_adoption',
  'column_mapping',
  'facility_position',
  'shelter_edit',
  'shelter_edit_change',
  'shelter_agreement',
  'scenario',
  'warning_level',
];

export const POLICY_NAMES = ['reads', 'inserts', 'updates', 'deletes'] as const;

const HERE = 'municipality_code = (SELECT access.municipality())';
const EVERYONE = '(SELECT access.everyone())';
const KEEPS = '(SELECT access.keeps_roster())';
const among = (id: string, people = 'people') =>
  `(${EVERYONE} OR ${id} IN (SELECT access.${people}()))`;
/** The table itself holds what is not masked, so those who see people masked read nothing here. */
const inFull = (condition: string) => `NOT (SELECT access.masked()) AND ${condition}`;

/** One for each kind of statement: policies add up, so one of all kinds would let its rows be read as well. */
const policy = (table: string, reads: string, writes: string) => {
  const mayWrite = `(${HERE} AND ${KEEPS} AND ${writes})`;
  const on = (name: (typeof POLICY_NAMES)[number]) => `CREATE POLICY ${name} ON ${table}`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `${on('reads')} FOR SELECT TO michishirube_app USING (${HERE} AND ${reads})`,
    `${on('inserts')} FOR INSERT TO michishirube_app WITH CHECK ${mayWrite}`,
    `${on('updates')} FOR UPDATE TO michishirube_app USING ${mayWrite} WITH CHECK ${mayWrite}`,
    `${on('deletes')} FOR DELETE TO michishirube_app USING ${mayWrite}`,
  ];
};

const SUBJECT = `(subject_kind = 'shelter' OR ${EVERYONE}
  OR subject_id IN (SELECT person::text FROM access.people() AS person))`;
const PAIR = `(${EVERYONE} OR (resident_a IN (SELECT access.people())
  AND resident_b IN (SELECT access.people())))`;

export const POLICIES = [
  ...policy('resident', inFull(among('id')), among('id')),
  ...policy(
    'supporter',
    inFull(`${among('resident_id')} AND ${among('resident_id', 'plans')}`),
    among('resident_id'),
  ),
  ...policy('assessment', `(subject_kind = 'shelter' OR (${inFull(SUBJECT)}))`, SUBJECT),
  // Says whom the check found elsewhere.
  ...policy('assessment_run', KEEPS, 'true'),
  ...policy('duplicate_decision', `${KEEPS} AND ${PAIR}`, PAIR),
  ...OF_A_PERSON.flatMap((table) =>
    policy(table, inFull(among('resident_id')), among('resident_id')),
  ),
  ...OF_A_PERSON_KEPT.flatMap((table) =>
    policy(table, `${KEEPS} AND ${among('resident_id')}`, among('resident_id')),
  ),
  ...OF_FILES.flatMap((table) => policy(table, `${KEEPS} AND ${EVERYONE}`, EVERYONE)),
  ...DECISIONS.flatMap((table) => policy(table, 'true', 'true')),
];

export const GRANTS = [
  'GRANT USAGE ON SCHEMA access TO michishirube_app',
  'REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC',
  'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access TO michishirube_app',
  'GRANT SELECT ON ALL TABLES IN SCHEMA access TO michishirube_app',
  ...[...PROTECTED_TABLES, ...OTHER_TABLES].map(
    (table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO michishirube_app`,
  ),
];
