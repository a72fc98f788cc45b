const HERE = 'municipality_code = (SELECT access.municipality())';
const EVERYONE = '(SELECT access.everyone())';
const PEOPLE = 'resident_id IN (SELECT access.people())';
const OPENS = `${HERE} AND (SELECT access.keeps_roster())`;
/** Where somebody is expected and when is the plan's word, so it is shown to whom the plan is. */
const PLAN_SEEN = `NOT (SELECT access.masked()) AND (${EVERYONE}
  OR (${PEOPLE} AND resident_id IN (SELECT access.plans())))`;
/** How somebody stands is shown to whoever sees the person. */
const SEEN = `${HERE} AND NOT (SELECT access.masked()) AND (${EVERYONE} OR ${PEOPLE})`;
const REPORTS = `(SELECT access.setting('role')) IN ('system', 'disaster-officer', 'welfare-officer',
  'fire-department', 'district-organisation', 'welfare-shelter', 'supporter')`;
/** A shelter says who came to its own doors. */
const RECEIVES = `((SELECT access.setting('role')) <> 'welfare-shelter'
  OR shelter_id = ANY ((SELECT access.list('shelters'))::text[]))`;

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

const ofPlan = (column: string) =>
  `CASE WHEN ${EVERYONE} OR resident_id IN (SELECT access.plans()) THEN ${column} END AS ${column}`;

/** Reports are added alone: nobody changes or deletes one. */
export const ACCESS = [
  ...table('response', 'SELECT, INSERT, UPDATE', reads(HERE), inserts(OPENS), updates(OPENS)),
  ...table('response_person', 'SELECT, INSERT', reads(`${HERE} AND ${PLAN_SEEN}`), inserts(OPENS)),
  ...table('response_report', 'SELECT, INSERT', reads(SEEN), inserts(`${SEEN} AND ${REPORTS}`)),
  ...table(
    'response_unexpected',
    'SELECT, INSERT',
    reads(HERE),
    inserts(`${HERE} AND ${REPORTS} AND ${RECEIVES}`),
  ),

  // As the actor sees them: without the plan's word where the plan is not shown.
  `CREATE VIEW access.response_person AS SELECT municipality_code, response_id, resident_id, district,
     tier, rank, red_relation, has_plan, ${ofPlan('start_at')}, ${ofPlan('latest_start_minutes')},
     is_upper_bound, ${ofPlan('destination')}, ${ofPlan('expected_shelter_id')}
   FROM response_person WHERE ${SEEN}`,
  'GRANT SELECT ON access.response_person TO michishirube_app',

  /*
   * The next moment of a response, which orders what is said in it; null where it has ended. Whoever reports
   * moves it and need not be one who opens responses. Other processes are told when it is committed.
   */
  `CREATE FUNCTION access.next_moment(response uuid) RETURNS bigint
   LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$ DECLARE reached bigint; BEGIN
     UPDATE response r SET moment = r.moment + 1
     WHERE r.municipality_code = access.municipality() AND r.id = next_moment.response
       AND r.closed_at IS NULL
     RETURNING r.moment INTO reached;
     IF reached IS NOT NULL THEN
       PERFORM pg_notify('michishirube_response', next_moment.response::text);
     END IF;
     RETURN reached;
   END $$`,
  'REVOKE EXECUTE ON FUNCTION access.next_moment(uuid) FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION access.next_moment(uuid) TO michishirube_app',
];
