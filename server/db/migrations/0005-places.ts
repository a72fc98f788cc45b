import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer says of shelters in place of their lists, and hypothetical zones (想定区域). */
export class Places20261125000005 implements MigrationInterface {
  readonly name = 'Places20261125000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['scenario', 'shelter_agreement', 'shelter_edit_change', 'shelter_edit'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

const STATEMENTS = [
  // The program knows which topics there are; the table need not be changed for each new one.
  'ALTER TABLE data_version DROP CONSTRAINT data_version_topic_check',
  `ALTER TABLE data_version ADD CONSTRAINT data_version_topic_check CHECK (topic ~ '^[a-z-]+$')`,

  // Laid over the record of a list. The id of a shelter is the same in the next file of its list, so no
  // foreign key: what was said goes for lists to come.
  `CREATE TABLE shelter_edit (
    municipality_code text NOT NULL REFERENCES municipality (code),
    shelter_id text NOT NULL,
    version integer NOT NULL,
    -- Fields that stand in place of the list's (domain: ShelterOverrides).
    overrides jsonb NOT NULL,
    -- What the list said of these fields then: a list that says something else later is told.
    listed jsonb NOT NULL,
    -- That of the overrides; the check reads it here.
    position geometry(Point, 4326),
    PRIMARY KEY (municipality_code, shelter_id)
  )`,

  `CREATE TABLE shelter_edit_change (
    municipality_code text NOT NULL,
    shelter_id text NOT NULL,
    version integer NOT NULL,
    former jsonb NOT NULL,
    overrides jsonb NOT NULL,
    reason text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    PRIMARY KEY (municipality_code, shelter_id, version),
    FOREIGN KEY (municipality_code, shelter_id) REFERENCES shelter_edit (municipality_code, shelter_id)
  )`,

  // Two records of a facility that differ, and the officer said that both are right.
  `CREATE TABLE shelter_agreement (
    municipality_code text NOT NULL REFERENCES municipality (code),
    -- The smaller id first.
    shelter_id text NOT NULL,
    other_id text NOT NULL,
    field text NOT NULL CHECK (field IN ('position', 'name', 'capacity')),
    agreed_at timestamptz NOT NULL DEFAULT now(),
    agreed_by text NOT NULL,
    PRIMARY KEY (municipality_code, shelter_id, other_id, field)
  )`,

  `CREATE TABLE scenario (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    name text NOT NULL,
    purpose text NOT NULL,
    author text NOT NULL,
    margin_meters double precision NOT NULL CHECK (margin_meters BETWEEN 0 AND 200),
    geometry geometry(MultiPolygon, 4326) NOT NULL,
    -- The shape that was drawn and the buffer around it, so that it can be drawn on.
    drawing jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    -- Deleted, and kept so that it can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  'CREATE INDEX scenario_geometry ON scenario USING gist (geometry)',
];
