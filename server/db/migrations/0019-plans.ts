import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READING_FUNCTIONS } from './access-0010/functions.ts';
import { VIEWS } from './access-0010/views.ts';
import { HOUSEHOLD_FACTS, POLICIES } from './plans-0019/access.ts';
import { COUNTED, FUNCTIONS, ORDINANCE } from './plans-0019/functions.ts';
import { TABLES } from './plans-0019/tables.ts';

/**
 * Individual evacuation plans: where each stands, every version and every step, and who does which step in
 * the city. Lists, figures and ranking know a plan by its stage and no longer by the roster's word.
 */
export class Plans20261129000019 implements MigrationInterface {
  readonly name = 'Plans20261129000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...TABLES,
      ORDINANCE,
      ...FUNCTIONS,
      ...POLICIES,
      HOUSEHOLD_FACTS,
      COUNTED,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW access.household_facts');
    for (const view of VIEWS.filter((one) => one.includes('access.household_facts')))
      await runner.query(view);
    await runner.query('GRANT SELECT ON access.household_facts TO michishirube_app');
    for (const counted of READING_FUNCTIONS.filter((one) => one.includes('access.counted()')))
      await runner.query(counted.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
    await runner.query('DROP FUNCTION access.name_shelters(uuid, text[], text[])');
    await runner.query('DROP FUNCTION access.plan_is_given(uuid)');
    for (const table of ['plan_event', 'plan_version', 'plan'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
    await runner.query('DROP FUNCTION access.writes_plans()');
    await runner.query('DROP FUNCTION access.is_by_ordinance()');
    await runner.query('DROP TABLE IF EXISTS plan_setting');
  }
}
