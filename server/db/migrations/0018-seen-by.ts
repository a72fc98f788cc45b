import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same people as before, found by one look into the consents of each: a join over all of them is
 * planned by statistics that a table filled a moment ago does not have yet, and took half a second for
 * 6,000 people; compiling it (jit) took ten times as long as running it. And of one person alone
 * (`app.person`) where only that one is read.
 */
export class SeenBy20261128000018 implements MigrationInterface {
  readonly name = 'SeenBy20261128000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEEN_BY);
  }

  async down(): Promise<void> {
    // Whom it shows is the same.
  }
}

const COLUMNS = 'municipality_code, id, district_name, archived_at';
const HERE = 'municipality_code = (SELECT access.municipality())';

const SEEN_BY = `CREATE OR REPLACE FUNCTION access.seen_by(consent_purpose text) RETURNS SETOF uuid
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off
   AS $$
     SELECT r.id
     FROM (
       SELECT one.*, (SELECT given.state FROM consent given
         WHERE given.municipality_code = one.municipality_code AND given.resident_id = one.id
           AND given.purpose = consent_purpose) AS state
       FROM (
         SELECT ${COLUMNS} FROM resident WHERE (SELECT access.setting('person')) IS NULL AND ${HERE}
         UNION ALL
         SELECT ${COLUMNS} FROM resident
         WHERE id = (SELECT access.setting('person'))::uuid AND ${HERE}
       ) one
       OFFSET 0
     ) r
     WHERE ((SELECT access.list('districts')) IS NULL
         OR r.district_name = ANY ((SELECT access.list('districts'))::text[]))
       AND CASE (SELECT access.setting('reach'))
         WHEN 'everyone' THEN true
         WHEN 'districts' THEN (SELECT access.list('districts')) IS NOT NULL
         WHEN 'facility' THEN EXISTS (
           SELECT FROM consent plan
           WHERE plan.municipality_code = r.municipality_code AND plan.resident_id = r.id
             AND plan.purpose = 'plan'
             AND plan.shelter_ids && (SELECT access.list('shelters'))::text[])
         WHEN 'own' THEN r.id::text = ANY ((SELECT access.list('people'))::text[])
         ELSE false END
       AND (consent_purpose IS NULL OR (r.archived_at IS NULL AND (
         coalesce(r.state, 'not-asked') = 'agreed'
         OR (coalesce(r.state, 'not-asked') IN ('not-asked', 'asked') AND (
           SELECT coalesce(bool_or(by_ordinance), false) FROM consent_rule
           WHERE municipality_code = access.municipality()))
         OR ((SELECT access.setting('disaster')) = 'true' AND EXISTS (
           SELECT FROM disaster_mode mode
           WHERE mode.municipality_code = r.municipality_code AND mode.closed_at IS NULL
             AND mode.begins_at <= now() AND mode.ends_at > now()
             AND CASE consent_purpose WHEN 'plan' THEN '49-15-3' ELSE '49-11-3' END
               = ANY (mode.articles)
             AND (mode.districts IS NULL OR r.district_name = ANY (mode.districts)))))))
   $$`;
