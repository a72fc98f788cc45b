import type { MigrationInterface, QueryRunner } from 'typeorm';
import { POLICIES, VIEWS } from './drills-0025/access.ts';
import { TABLES } from './drills-0025/tables.ts';

const MADE = [
  ...['publication', 'finding_plan', 'finding', 'tour', 'photo', 'event', 'template_version'],
  ...['template', 'agreement', 'person', 'version'],
];

/** Drills of welfare shelters: planned, run, learned from and published. */
export class Drills20261129000025 implements MigrationInterface {
  readonly name = 'Drills20261129000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...POLICIES, ...VIEWS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION access.next_drill_cursor(uuid, integer)');
    await runner.query('DROP FUNCTION access.drill_candidates(text[])');
    await runner.query('DROP FUNCTION access.finding_plans(uuid)');
    await runner.query('DROP VIEW access.drill_person');
    for (const table of MADE) await runner.query(`DROP TABLE drill_${table}`);
    await runner.query('DROP TABLE drill');
  }
}
