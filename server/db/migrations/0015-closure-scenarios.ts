import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sets of roads that are taken as closed, kept to be opened again and compared. No person is in them. */
export class ClosureScenarios20261128000015 implements MigrationInterface {
  readonly name = 'ClosureScenarios20261128000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS closure_scenario');
  }
}

const STATEMENTS = [
  `CREATE TABLE closure_scenario (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    name text NOT NULL,
    note text NOT NULL,
    -- Roads by source, id and middle, as ids shift with the next file; phenomena; a ring (domain: KeptClosures).
    closures jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    -- Deleted, and kept so that it can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  'GRANT SELECT, INSERT, UPDATE ON closure_scenario TO michishirube_app',
];
