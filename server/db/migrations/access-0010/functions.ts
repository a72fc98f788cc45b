/**
 * What withActor says of the actor, and who is seen by it. The rules stand in domain/access/policy.ts;
 * withActor hands them on as settings of the transaction. A setting that is not there shows nobody.
 */
export const READING_FUNCTIONS = [
  'CREATE SCHEMA access',
  `CREATE FUNCTION access.setting(name text) RETURNS text LANGUAGE sql STABLE
   RETURN nullif(current_setting('app.' || name, true), '')`,
  `CREATE FUNCTION access.municipality() RETURNS text LANGUAGE sql STABLE
   RETURN access.setting('municipality')`,
  `CREATE FUNCTION access.list(name text) RETURNS text[] LANGUAGE sql STABLE
   RETURN CASE WHEN access.setting(name) IS NOT NULL
     THEN ARRAY(SELECT jsonb_array_elements_text(access.setting(name)::jsonb)) END`,
  // Officers without districts of their own: nothing has to be looked up for each person.
  `CREATE FUNCTION access.everyone() RETURNS boolean LANGUAGE sql STABLE
   RETURN coalesce(access.setting('reach') = 'everyone' AND access.setting('needs') IS NULL
     AND access.setting('districts') IS NULL, false)`,
  `CREATE FUNCTION access.masked() RETURNS boolean LANGUAGE sql STABLE
   RETURN coalesce(access.setting('shown') <> 'full', true)`,
  `CREATE FUNCTION access.keeps_roster() RETURNS boolean LANGUAGE sql STABLE
   RETURN coalesce(access.setting('keeps') = 'true', false)`,

  // Of those within the actor's reach: who may be seen by a consent, or because lives are at risk.
  `CREATE FUNCTION access.seen_by(consent_purpose text) RETURNS SETOF uuid
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT r.id
     FROM resident r
     LEFT JOIN consent given ON given.municipality_code = r.municipality_code
       AND given.resident_id = r.id AND given.purpose = consent_purpose
     LEFT JOIN consent plan ON plan.municipality_code = r.municipality_code
       AND plan.resident_id = r.id AND plan.purpose = 'plan'
     WHERE r.municipality_code = (SELECT access.municipality())
       AND ((SELECT access.list('districts')) IS NULL
         OR r.district_name = ANY ((SELECT access.list('districts'))::text[]))
       AND CASE (SELECT access.setting('reach'))
         WHEN 'everyone' THEN true
         WHEN 'districts' THEN (SELECT access.list('districts')) IS NOT NULL
         WHEN 'facility' THEN plan.shelter_ids && (SELECT access.list('shelters'))::text[]
         WHEN 'own' THEN r.id::text = ANY ((SELECT access.list('people'))::text[])
         ELSE false END
       AND (consent_purpose IS NULL OR (r.archived_at IS NULL AND (
         coalesce(given.state, 'not-asked') = 'agreed'
         OR (coalesce(given.state, 'not-asked') IN ('not-asked', 'asked') AND (
           SELECT coalesce(bool_or(by_ordinance), false) FROM consent_rule
           WHERE municipality_code = access.municipality()))
         OR ((SELECT access.setting('disaster')) = 'true' AND EXISTS (
           SELECT FROM disaster_mode mode
           WHERE mode.municipality_code = r.municipality_code AND mode.closed_at IS NULL
             AND mode.begins_at <= now() AND mode.ends_at > now()
             AND CASE consent_purpose WHEN 'plan' THEN '49-15-3' ELSE '49-11-3' END
               = ANY (mode.articles)
             AND (mode.districts IS NULL OR r.district_name = ANY (mode.districts)))))))
   $$`,
  // Ids of the people whom the actor sees, in full or masked.
  `CREATE FUNCTION access.people() RETURNS SETOF uuid LANGUAGE sql STABLE
   AS $$ SELECT access.seen_by(access.setting('needs')) $$`,
  // Those of whom it sees who helps: that is part of the plan.
  `CREATE FUNCTION access.plans() RETURNS SETOF uuid LANGUAGE sql STABLE
   AS $$ SELECT access.seen_by(CASE WHEN access.setting('needs') IS NULL THEN NULL ELSE 'plan' END) $$`,

  // Those whom the actor does not see but may count, in figures that name nobody.
  `CREATE FUNCTION access.counted() RETURNS TABLE (
     district_name text, tier integer, red_relation text, has_plan boolean, people integer)
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT r.district_name, coalesce(p.tier, 0), coalesce(a.red_relation, 'undetermined'),
       coalesce(h.plan, 'none') <> 'none', count(*)::integer
     FROM resident r
     LEFT JOIN priority_result p
       ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     LEFT JOIN household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
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
   $$`,
];
