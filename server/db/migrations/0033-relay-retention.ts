import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Relay sheets that are closed are kept as long as the city says, too. */
export class RelayRetention20261129000033 implements MigrationInterface {
  readonly name = 'RelayRetention20261129000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE retention_rule DROP CONSTRAINT retention_rule_what_check');
    await runner.query(`ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_what_check
      CHECK (what IN ('audit', 'scans', 'warnings', 'responses', 'relay'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM retention_rule WHERE what = 'relay'`);
    await runner.query('ALTER TABLE retention_rule DROP CONSTRAINT retention_rule_what_check');
    await runner.query(`ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_what_check
      CHECK (what IN ('audit', 'scans', 'warnings', 'responses'))`);
  }
}
