import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RUNS, SEEN_DRILL } from './drills-0025/access.ts';

/** A facility counts no plans of a drill that it does not see; a drill that is only locked tells nobody. */
export class DrillGuards20261129000029 implements MigrationInterface {
  readonly name = 'DrillGuards20261129000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FINDING_PLANS);
    await runner.query(NEXT_CURSOR);
  }

  async down(): Promise<void> {
    // What the schema before it expects of them is the same.
  }
}

const FINDING_PLANS = `CREATE OR REPLACE FUNCTION access.finding_plans(drill uuid)
   RETURNS TABLE (finding_id uuid, plans integer)
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$
     SELECT f.finding_id, count(*)::integer FROM drill_finding_plan f
     WHERE f.municipality_code = access.municipality() AND f.drill_id = finding_plans.drill
       AND NOT f.is_out
       AND EXISTS (SELECT FROM drill d WHERE d.id = finding_plans.drill AND ${SEEN_DRILL})
     GROUP BY 1
   $$`;

const NEXT_CURSOR = `CREATE OR REPLACE FUNCTION access.next_drill_cursor(drill uuid, events integer)
   RETURNS bigint
   LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$ DECLARE reached bigint; BEGIN
     UPDATE drill d SET cursor = d.cursor + next_drill_cursor.events
     WHERE d.municipality_code = access.municipality() AND d.id = next_drill_cursor.drill
       AND ${RUNS} AND d.removed_at IS NULL
       AND (access.setting('role') <> 'welfare-shelter'
         OR d.shelter_ids && (access.list('shelters'))::text[])
     RETURNING d.cursor INTO reached;
     IF reached IS NOT NULL AND next_drill_cursor.events > 0 THEN
       PERFORM pg_notify('michishirube_drill', next_drill_cursor.drill::text);
     END IF;
     RETURN reached;
   END $$`;
