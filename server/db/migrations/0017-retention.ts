import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long things are kept, who said so, and the runs that removed what was older. No person is in them. */
export class Retention20261128000017 implements MigrationInterface {
  readonly name = 'Retention20261128000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE audit_retention (
      municipality_code text PRIMARY KEY, days integer NOT NULL CHECK (days >= 365))`);
    await runner.query(`INSERT INTO audit_retention
      SELECT municipality_code, days FROM retention_rule WHERE what = 'audit' AND days IS NOT NULL`);
    await runner.query('DROP TABLE retention_run');
    await runner.query('DROP TABLE retention_rule');
  }
}

const STATEMENTS = [
  // '' is the installation's own audit log.
  `CREATE TABLE retention_rule (
    municipality_code text NOT NULL,
    what text NOT NULL CHECK (what IN ('audit', 'scans', 'warnings')),
    version integer NOT NULL,
    -- null = for good.
    days integer CHECK (days >= 365),
    is_daily boolean NOT NULL,
    -- null = before this was written down.
    set_at timestamptz DEFAULT now(),
    set_by text,
    -- When it was last removed by itself.
    last_daily_at timestamptz,
    PRIMARY KEY (municipality_code, what),
    CHECK (days IS NOT NULL OR NOT is_daily)
  )`,
  `INSERT INTO retention_rule (municipality_code, what, version, days, is_daily, set_at)
   SELECT municipality_code, 'audit', 1, days, false, null FROM audit_retention`,
  'DROP TABLE audit_retention',
  `CREATE TABLE retention_run (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    ordered_at timestamptz NOT NULL DEFAULT now(),
    ordered_by text NOT NULL,
    -- Until then it can be called off.
    due_at timestamptz NOT NULL,
    called_off_at timestamptz,
    done_at timestamptz,
    -- How many of each were removed.
    removed jsonb,
    PRIMARY KEY (municipality_code, id),
    CHECK ((done_at IS NULL) = (removed IS NULL))
  )`,
  `CREATE UNIQUE INDEX retention_run_pending ON retention_run (municipality_code)
   WHERE called_off_at IS NULL AND done_at IS NULL`,
];
