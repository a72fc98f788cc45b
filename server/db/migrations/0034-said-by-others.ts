import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gave their word, and when, where another role writes it down: told in the history of a plan. */
export class SaidByOthers20261129000034 implements MigrationInterface {
  readonly name = 'SaidByOthers20261129000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan_event ADD COLUMN said_by text, ADD COLUMN said_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan_event DROP COLUMN said_by, DROP COLUMN said_on');
  }
}
