import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal that was removed is marked so, that it can be taken back. */
export class RemovedProposals20261129000024 implements MigrationInterface {
  readonly name = 'RemovedProposals20261129000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan_proposal ADD COLUMN removed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan_proposal DROP COLUMN removed_at');
  }
}
