const SEES_PLAN = (id: string) =>
  `NOT access.masked() AND (access.everyone() OR ${id} IN (SELECT access.plans()))`;

const RECORD = (
  row: string,
) => `jsonb_build_object('state', ${row}.state, 'decidedOn', ${row}.decided_on,
  'explainedBy', ${row}.explained_by, 'onPaper', ${row}.on_paper, 'shelterIds', ${row}.shelter_ids)`;

export const FUNCTIONS = [
  // Officers; others where the city's setting lets them write.
  `CREATE FUNCTION access.writes_plans() RETURNS boolean
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT access.keeps_roster() OR EXISTS (
       SELECT FROM plan_setting WHERE municipality_code = access.municipality()
         AND setting -> 'tasks' -> 'write' -> 'roles' ? access.setting('role'))
   $$`,

  // Whether the plan may be given in peacetime. Outside of the city hall consents are not read.
  `CREATE FUNCTION access.plan_is_given(person uuid) RETURNS boolean
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT ${SEES_PLAN('person')} AND CASE coalesce((
         SELECT state FROM consent WHERE municipality_code = access.municipality()
           AND resident_id = person AND purpose = 'plan'), 'not-asked')
       WHEN 'agreed' THEN true
       WHEN 'not-asked' THEN access.is_by_ordinance()
       WHEN 'asked' THEN access.is_by_ordinance()
       ELSE false END
   $$`,

  /*
   * The facilities that a plan came to name, and those that it no longer names, in the consent to give it:
   * whoever takes a step moves them with it and need not be one who keeps consents. True where they changed.
   */
  `CREATE FUNCTION access.name_shelters(person uuid, named text[], no_longer text[]) RETURNS boolean
   LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     WITH standing AS (
       SELECT * FROM consent WHERE municipality_code = access.municipality()
         AND resident_id = person AND purpose = 'plan'),
     wanted AS (
       SELECT ARRAY(
         SELECT id FROM unnest(coalesce((SELECT shelter_ids FROM standing), '{}') || named)
           WITH ORDINALITY AS every (id, place)
         WHERE id <> ALL (no_longer) GROUP BY id ORDER BY min(place)) AS ids),
     stored AS (
       INSERT INTO consent AS kept (municipality_code, resident_id, purpose, state, version, on_paper,
         shelter_ids)
       SELECT access.municipality(), person, 'plan', 'not-asked', 1, false, ids FROM wanted
       WHERE ${SEES_PLAN('person')}
         AND ids IS DISTINCT FROM coalesce((SELECT shelter_ids FROM standing), '{}')
       ON CONFLICT (municipality_code, resident_id, purpose) DO UPDATE
         SET shelter_ids = excluded.shelter_ids, version = kept.version + 1
       RETURNING *),
     noted AS (
       INSERT INTO consent_change (municipality_code, resident_id, purpose, version, former, record,
         changed_by)
       SELECT stored.municipality_code, person, 'plan', stored.version,
         (SELECT ${RECORD('standing')} FROM standing), ${RECORD('stored')}, access.setting('actor')
       FROM stored
       RETURNING 1)
     SELECT EXISTS (SELECT FROM noted)
   $$`,
];

export const ORDINANCE = `CREATE FUNCTION access.is_by_ordinance() RETURNS boolean
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$ SELECT coalesce(bool_or(by_ordinance), false) FROM consent_rule
     WHERE municipality_code = access.municipality() $$`;

/** As access-0010 made it, with the plan's word in place of the roster's where there is one. */
export const COUNTED = `CREATE OR REPLACE FUNCTION access.counted() RETURNS TABLE (
     district_name text, tier integer, red_relation text, has_plan boolean, people integer)
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT r.district_name, coalesce(p.tier, 0), coalesce(a.red_relation, 'undetermined'),
       coalesce(own.fact, h.plan, 'none') <> 'none', count(*)::integer
     FROM resident r
     LEFT JOIN priority_result p
       ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     LEFT JOIN household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     LEFT JOIN plan own
       ON own.municipality_code = r.municipality_code AND own.resident_id = r.id
     LEFT JOIN assessment a ON a.municipality_code = r.municipality_code
       AND a.subject_kind = 'resident' AND a.subject_id = r.id::text
     WHERE (SELECT access.setting('otherwise')) = 'counted'
       AND r.municipality_code = (SELECT access.municipality()) AND r.archived_at IS NULL
       AND ((SELECT access.list('districts')) IS NULL
         OR r.district_name = ANY ((SELECT access.list('districts'))::text[]))
       AND ((SELECT access.setting('reach')) = 'everyone'
         OR ((SELECT access.setting('reach')) = 'districts'
           AND (SELECT access.list('districts')) IS NOT NULL))
       AND NOT (r.id IN (SELECT access.people()))
     GROUP BY 1, 2, 3, 4
   $$`;
