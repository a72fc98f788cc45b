import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS } from './responses-0022/access.ts';
import { TABLES } from './responses-0022/tables.ts';

/** Responses to a disaster and rehearsals of them: who has to be moved, and what is said of each. */
export class Responses20261129000022 implements MigrationInterface {
  readonly name = 'Responses20261129000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...ACCESS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION access.next_moment(uuid)');
    await runner.query('DROP VIEW access.response_person');
    for (const table of ['unexpected', 'report', 'person'])
      await runner.query(`DROP TABLE response_${table}`);
    await runner.query('DROP TABLE response');
  }
}
