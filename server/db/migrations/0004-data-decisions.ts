import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an officer decides about data: an import that waits for a decision, what it would change, the
 * columns of a list, which of two positions of a facility holds; and imports that outlive a restart.
 */
export class DataDecisions20261125000004 implements MigrationInterface {
  readonly name = 'DataDecisions20261125000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['facility_position', 'column_mapping', 'import_job', 'dataset_change'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
    await runner.query('DROP TABLE IF EXISTS dataset_repair');
    await runner.query('ALTER TABLE shelter DROP COLUMN list_position');
    await runner.query('ALTER TABLE dataset DROP COLUMN held, DROP COLUMN version');
  }
}

const STATEMENTS = [
  // Staged whole and waiting for the officer's decision: what the report says beside the columns.
  'ALTER TABLE dataset ADD COLUMN held jsonb',
  'ALTER TABLE dataset ADD COLUMN version integer NOT NULL DEFAULT 1',
  // Where the list itself has a facility whose position was chosen from another list.
  'ALTER TABLE shelter ADD COLUMN list_position geometry(Point, 4326)',

  // Personal where the dataset is a roster: a repair quotes what stood in a cell.
  `CREATE TABLE dataset_repair (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    ordinal integer NOT NULL,
    record_number integer NOT NULL,
    -- The zone or other thing that the record became.
    subject_id text,
    repairs jsonb NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, ordinal),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,

  // Personal. Whose judgement a staged dataset would change; people who are new by roster number.
  `CREATE TABLE dataset_change (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('resident', 'roster-number', 'shelter')),
    subject_id text NOT NULL,
    change text NOT NULL CHECK (change IN ('newlyInside', 'noLongerInside', 'newlyUndetermined', 'noLongerUndetermined')),
    PRIMARY KEY (municipality_code, dataset_id, change, subject_kind, subject_id),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,

  // Personal: the report of a roster quotes cells.
  `CREATE TABLE import_job (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    source text NOT NULL,
    file_names text[] NOT NULL,
    dataset_id uuid NOT NULL,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    -- The job as it was when it ended; null while it runs.
    job jsonb,
    PRIMARY KEY (municipality_code, id)
  )`,

  `CREATE TABLE column_mapping (
    municipality_code text NOT NULL REFERENCES municipality (code),
    source text NOT NULL,
    mapping jsonb NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT now(),
    saved_by text NOT NULL,
    PRIMARY KEY (municipality_code, source)
  )`,

  // Which position of a facility holds where lists disagree; it goes for lists to come too.
  `CREATE TABLE facility_position (
    municipality_code text NOT NULL REFERENCES municipality (code),
    -- Name of the facility without width and spaces.
    facility_key text NOT NULL,
    position geometry(Point, 4326) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    chosen_at timestamptz NOT NULL DEFAULT now(),
    chosen_by text NOT NULL,
    PRIMARY KEY (municipality_code, facility_key)
  )`,

  // Judged without any zone data nobody is outside of anything.
  `UPDATE assessment SET relation = 'undetermined', red_relation = 'undetermined',
     red_distance_meters = NULL, phenomena = '{}', red_not_surveyed = false, zones = '[]'
   FROM assessment_run AS run
   WHERE run.municipality_code = assessment.municipality_code AND run.id = assessment.run_id
     AND cardinality(run.zone_dataset_ids) = 0`,
];
