import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk of people: saved filters, what became of each person, positions left, duplicates judged. */
export class People20261125000002 implements MigrationInterface {
  readonly name = 'People20261125000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['duplicate_decision', 'position_left', 'resident_event', 'saved_filter'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
    await runner.query('ALTER TABLE resident_position_change DROP COLUMN restores_version');
    await runner.query('ALTER TABLE resident DROP COLUMN merged_into, DROP COLUMN entered_at');
  }
}

const STATEMENTS = [
  // Not personal: choices of the filters, and a name that says what for.
  `CREATE TABLE saved_filter (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    name text NOT NULL,
    query text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    -- Removed; kept, so that it can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,

  // null: entered before this was kept. The person that this one turned out to be: a link, never a loss.
  'ALTER TABLE resident ADD COLUMN entered_at timestamptz, ADD COLUMN merged_into uuid',
  'ALTER TABLE resident ALTER COLUMN entered_at SET DEFAULT now()',

  // The move that this one took back.
  'ALTER TABLE resident_position_change ADD COLUMN restores_version integer',

  // Personal. What imports, checks and judgements did to a person; moves by hand have their own table.
  `CREATE TABLE resident_event (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT now(),
    kind text NOT NULL CHECK (kind IN ('changed', 'archived', 'returned', 'placed', 'judged', 'left', 'merged', 'unmerged')),
    by text,
    reason text,
    -- The import that did it.
    dataset_id uuid,
    -- Fact name to [before, after].
    changes jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (municipality_code, resident_id, id),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,

  // Personal. A position that was looked at and left; holds while address and accuracy stay as they were.
  `CREATE TABLE position_left (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    reason text NOT NULL,
    address text,
    accuracy text NOT NULL,
    left_at timestamptz NOT NULL DEFAULT now(),
    left_by text NOT NULL,
    PRIMARY KEY (municipality_code, resident_id),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,

  // Personal. Two entries that look alike, judged by somebody; the smaller id is a.
  `CREATE TABLE duplicate_decision (
    municipality_code text NOT NULL,
    resident_a uuid NOT NULL,
    resident_b uuid NOT NULL,
    decision text NOT NULL CHECK (decision IN ('same', 'different')),
    kept_id uuid,
    decided_at timestamptz NOT NULL DEFAULT now(),
    decided_by text NOT NULL,
    PRIMARY KEY (municipality_code, resident_a, resident_b),
    CHECK (resident_a < resident_b),
    CHECK ((decision = 'same') = (kept_id IS NOT NULL)),
    FOREIGN KEY (municipality_code, resident_a) REFERENCES resident (municipality_code, id),
    FOREIGN KEY (municipality_code, resident_b) REFERENCES resident (municipality_code, id)
  )`,
];
