import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The city's own criteria: drafts that are worked on, and who put which version in force when. */
export class Criteria20261125000003 implements MigrationInterface {
  readonly name = 'Criteria20261125000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['criteria_adoption', 'criteria_draft'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

const STATEMENTS = [
  `CREATE TABLE criteria_draft (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    -- Raised with every change: whoever writes over an older one is told.
    version integer NOT NULL DEFAULT 1,
    -- The criteria of which it becomes the next version.
    criteria_id text NOT NULL,
    -- What it is a copy of; null where it came from a file.
    based_on_id text,
    based_on_version integer,
    document jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    -- Thrown away or adopted; kept, so that it can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, id),
    CHECK ((based_on_id IS NULL) = (based_on_version IS NULL))
  )`,
  // A history: nothing in it is changed. The latest row is what is in force.
  `CREATE TABLE criteria_adoption (
    municipality_code text NOT NULL REFERENCES municipality (code),
    ordinal integer NOT NULL,
    criteria_id text NOT NULL,
    criteria_version integer NOT NULL,
    adopted_by text NOT NULL,
    effective_on date NOT NULL,
    note text NOT NULL,
    adopted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, ordinal)
  )`,
];
