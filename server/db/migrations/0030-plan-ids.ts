import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each plan has a number of its own, so that what is printed names a plan and not the record of a person. */
export class PlanIds20261129000030 implements MigrationInterface {
  readonly name = 'PlanIds20261129000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid()');
    await runner.query('CREATE UNIQUE INDEX plan_id ON plan (municipality_code, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan DROP COLUMN id');
  }
}
