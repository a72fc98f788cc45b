const HERE = 'municipality_code = (SELECT access.municipality())';
const EVERYONE = '(SELECT access.everyone())';
const PEOPLE = 'IN (SELECT access.people())';
const ROLE = `(SELECT access.setting('role'))`;
const PLANS = `${ROLE} IN ('system', 'disaster-officer', 'welfare-officer', 'drill-coordinator')`;
const KEEPS = '(SELECT access.keeps_roster())';
/** A drill is seen by those who plan it, take part in it or learn from it; a facility sees its own. */
const SEES = `${ROLE} IN ('system', 'disaster-officer', 'welfare-officer', 'drill-coordinator',
  'fire-department', 'district-organisation', 'welfare-shelter')`;
const OWN_SHELTERS = `((SELECT access.list('shelters'))::text[])`;
export const SEEN_DRILL = `${HERE} AND ${SEES} AND (${ROLE} <> 'welfare-shelter'
  OR shelter_ids && ${OWN_SHELTERS})`;
/** The policy of `drill` holds in it. */
const OF_DRILL = `${HERE} AND drill_id IN (SELECT id FROM drill)`;
export const RUNS = `${ROLE} IN ('system', 'disaster-officer', 'welfare-officer', 'drill-coordinator',
  'fire-department', 'welfare-shelter')`;
const SEEN_PERSON = `${HERE} AND NOT (SELECT access.masked()) AND (${EVERYONE}
  OR resident_id ${PEOPLE})`;

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

const ADDED = 'SELECT, INSERT';
const CHANGED = 'SELECT, INSERT, UPDATE';
const PLANNED = `${OF_DRILL} AND ${PLANS}`;

export const POLICIES = [
  ...table('drill', CHANGED, reads(SEEN_DRILL), ...both(`${HERE} AND ${PLANS}`)),
  ...table('drill_version', ADDED, reads(OF_DRILL), inserts(PLANNED)),
  // Who sees people masked reads them by the view below; a save may name whom it knows by initials alone.
  ...table(
    'drill_person',
    ADDED,
    reads(`${OF_DRILL} AND (resident_id IS NULL OR (${SEEN_PERSON}))`),
    inserts(`${PLANNED} AND (resident_id IS NULL OR ${EVERYONE} OR resident_id ${PEOPLE})`),
  ),
  ...table(
    'drill_agreement',
    CHANGED,
    reads(`${OF_DRILL} AND ${SEEN_PERSON}`),
    ...both(`${OF_DRILL} AND ${KEEPS} AND (${EVERYONE} OR resident_id ${PEOPLE})`),
  ),
  ...table('drill_template', CHANGED, reads(HERE), ...both(`${HERE} AND ${PLANS}`)),
  ...table('drill_template_version', ADDED, reads(HERE), inserts(`${HERE} AND ${PLANS}`)),
  ...table('drill_event', ADDED, reads(OF_DRILL), inserts(`${OF_DRILL} AND ${RUNS}`)),
  ...table('drill_photo', ADDED, reads(OF_DRILL), inserts(`${OF_DRILL} AND ${RUNS}`)),
  ...table('drill_tour', ADDED, reads(OF_DRILL), inserts(PLANNED)),
  ...table('drill_finding', CHANGED, reads(OF_DRILL), ...both(PLANNED)),
  ...table(
    'drill_finding_plan',
    CHANGED,
    reads(`${OF_DRILL} AND ${SEEN_PERSON}`),
    ...both(`${PLANNED} AND ${SEEN_PERSON}`),
  ),
  ...table('drill_publication', CHANGED, reads(OF_DRILL), ...both(PLANNED)),
];

function both(check: string) {
  return [inserts(check), updates(check)];
}

const AGREED = 'agreed.agreed_on IS NOT NULL';
/** Who runs the drill knows those by name who agreed to take part in it; a facility those who come to it. */
const MEETS = `(${AGREED} AND (${ROLE} = 'drill-coordinator'
  OR (${ROLE} = 'welfare-shelter' AND p.facts ->> 'shelterId' = ANY (${OWN_SHELTERS}))))`;
const IN_FULL = `(${EVERYONE} OR ${MEETS}
  OR (NOT (SELECT access.masked()) AND p.resident_id ${PEOPLE}))`;
const OWN = 'p.municipality_code = (SELECT access.municipality())';

export const VIEWS = [
  /*
   * People of drills as the actor sees them: stand-ins; those whom it sees by law, masked where it sees people
   * masked; and those who agreed to this drill, for who runs it. A view is read with the rights of its owner, so
   * it holds the rows back itself.
   */
  `CREATE VIEW access.drill_person AS SELECT
     p.municipality_code, p.drill_id, p.version, p.person_id, p.ordinal, p.resident_id, p.facts,
     agreed.agreed_on, p.resident_id IS NOT NULL AND NOT ${IN_FULL} AS is_masked,
     CASE WHEN ${IN_FULL} THEN r.name ELSE left(r.name, 1) || '〇' END AS name,
     CASE WHEN ${IN_FULL} THEN r.position END AS position
   FROM drill_person p
   JOIN drill d ON d.municipality_code = p.municipality_code AND d.id = p.drill_id
   LEFT JOIN resident r ON r.municipality_code = p.municipality_code AND r.id = p.resident_id
   LEFT JOIN drill_agreement agreed ON agreed.municipality_code = p.municipality_code
     AND agreed.drill_id = p.drill_id AND agreed.resident_id = p.resident_id
   WHERE ${OWN} AND ${SEES}
     AND (${ROLE} <> 'welfare-shelter' OR d.shelter_ids && ${OWN_SHELTERS})
     AND (p.resident_id IS NULL OR ${MEETS} OR ${EVERYONE} OR p.resident_id ${PEOPLE})`,
  'GRANT SELECT ON access.drill_person TO michishirube_app',

  // Of everybody: so many, without who. What a facility may not see of a drill it may not count either.
  `CREATE FUNCTION access.finding_plans(drill uuid)
   RETURNS TABLE (finding_id uuid, plans integer)
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT f.finding_id, count(*)::integer FROM drill_finding_plan f
     WHERE f.municipality_code = access.municipality() AND f.drill_id = finding_plans.drill
       AND NOT f.is_out
     GROUP BY 1
   $$`,

  /*
   * People whose plan is in force and leads to one of some shelters, whom the actor sees, and to whom the plan
   * may be shown: whoever sees people masked learns of the plan that alone.
   */
  `CREATE FUNCTION access.drill_candidates(shelters text[])
   RETURNS TABLE (resident_id uuid, shelter_id text)
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT plan.resident_id, plan.outline ->> 'destinationShelterId' FROM plan
     WHERE plan.municipality_code = access.municipality()
       AND plan.stage IN ('in-force', 'review-due')
       AND plan.outline ->> 'destinationShelterId' = ANY (shelters)
       AND access.setting('role') IN ('system', 'disaster-officer', 'welfare-officer',
         'drill-coordinator')
       AND (access.everyone() OR (plan.resident_id IN (SELECT access.people())
         AND plan.resident_id IN (SELECT access.plans())))
   $$`,

  /*
   * The next cursors of a drill, of which the last is answered; null where the actor may not run it. Whoever
   * runs it need not be one who plans drills. Other processes are told when it is committed.
   */
  `CREATE FUNCTION access.next_drill_cursor(drill uuid, events integer) RETURNS bigint
   LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$ DECLARE reached bigint; BEGIN
     UPDATE drill d SET cursor = d.cursor + next_drill_cursor.events
     WHERE d.municipality_code = access.municipality() AND d.id = next_drill_cursor.drill
       AND ${RUNS} AND d.removed_at IS NULL
       AND (access.setting('role') <> 'welfare-shelter'
         OR d.shelter_ids && (access.list('shelters'))::text[])
     RETURNING d.cursor INTO reached;
     IF reached IS NOT NULL THEN
       PERFORM pg_notify('michishirube_drill', next_drill_cursor.drill::text);
     END IF;
     RETURN reached;
   END $$`,

  ...[
    'finding_plans(uuid)',
    'drill_candidates(text[])',
    'next_drill_cursor(uuid, integer)',
  ].flatMap((name) => [
    `REVOKE EXECUTE ON FUNCTION access.${name} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION access.${name} TO michishirube_app`,
  ]),
];
