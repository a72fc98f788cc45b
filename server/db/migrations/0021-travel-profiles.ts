import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a city says of profiles of travel in place of the standard. */
export class TravelProfiles20261129000021 implements MigrationInterface {
  readonly name = 'TravelProfiles20261129000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS travel_profile');
  }
}

const HERE = 'municipality_code = (SELECT access.municipality())';

const STATEMENTS = [
  `CREATE TABLE travel_profile (
    municipality_code text NOT NULL REFERENCES municipality (code),
    -- Id of a profile of the standard.
    id text NOT NULL,
    version integer NOT NULL,
    -- Width, height, weight, slope, speed, night, source (domain: ProfileFigures); null: the standard holds again.
    figures jsonb,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    -- Whose account it was; null for the program and the command line.
    updated_by_account uuid,
    PRIMARY KEY (municipality_code, id)
  )`,
  'ALTER TABLE travel_profile ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY reads ON travel_profile FOR SELECT TO michishirube_app USING (${HERE})`,
  `CREATE POLICY inserts ON travel_profile FOR INSERT TO michishirube_app WITH CHECK (${HERE})`,
  `CREATE POLICY updates ON travel_profile FOR UPDATE TO michishirube_app
     USING (${HERE}) WITH CHECK (${HERE})`,
  'GRANT SELECT, INSERT, UPDATE ON travel_profile TO michishirube_app',
];
