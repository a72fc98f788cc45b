import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For responses and rehearsals that ended, too, the city says how long they are kept. */
export class KeepResponses20261129000031 implements MigrationInterface {
  readonly name = 'KeepResponses20261129000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEPT(['audit', 'scans', 'warnings', 'responses']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM retention_rule WHERE what = 'responses'`);
    await runner.query(KEPT(['audit', 'scans', 'warnings']));
  }
}

const KEPT = (whats: readonly string[]) => `ALTER TABLE retention_rule
  DROP CONSTRAINT retention_rule_what_check,
  ADD CONSTRAINT retention_rule_what_check CHECK (what IN ('${whats.join("', '")}'))`;
