import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where vehicles of the fire department set out, with those that are kept there. */
export class FireStations20261128000014 implements MigrationInterface {
  readonly name = 'FireStations20261128000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS fire_station');
  }
}

const HERE = 'municipality_code = (SELECT access.municipality())';

const STATEMENTS = [
  `CREATE TABLE fire_station (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    position geometry(Point, 4326) NOT NULL,
    -- Ids of profiles of vehicles.
    vehicles text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    -- Whose account it was; null for the program and the command line.
    updated_by_account uuid,
    -- No station any more; kept, so that this can be taken back.
    closed_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  'CREATE INDEX fire_station_position ON fire_station USING gist (position)',
  'ALTER TABLE fire_station ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY reads ON fire_station FOR SELECT TO michishirube_app USING (${HERE})`,
  `CREATE POLICY inserts ON fire_station FOR INSERT TO michishirube_app WITH CHECK (${HERE})`,
  `CREATE POLICY updates ON fire_station FOR UPDATE TO michishirube_app
     USING (${HERE}) WITH CHECK (${HERE})`,
  'GRANT SELECT, INSERT, UPDATE ON fire_station TO michishirube_app',
];
