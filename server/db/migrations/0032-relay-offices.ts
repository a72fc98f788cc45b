import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices that the city lists (市民センター, 社協 …): accounts are of one, and relay sheets by and to it. */
export class RelayOffices20261129000032 implements MigrationInterface {
  readonly name = 'RelayOffices20261129000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...ACCESS, ownOffices(LISTED)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ownOffices('false'));
    await runner.query('ALTER TABLE relay_event DROP COLUMN office_id');
    await runner.query('ALTER TABLE relay_sheet DROP COLUMN written_office_id');
    await runner.query('ALTER TABLE account DROP COLUMN relay_office_id');
    await runner.query('DROP TABLE relay_office');
  }
}

const HERE = 'municipality_code = (SELECT access.municipality())';
const LISTS = `(SELECT access.setting('role')) IN ('system', 'disaster-officer', 'administrator')`;
const OFFICE = (column: string) =>
  `ADD COLUMN ${column} uuid, ADD FOREIGN KEY (municipality_code, ${column})
     REFERENCES relay_office (municipality_code, id)`;

const TABLES = [
  `CREATE TABLE relay_office (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('civic-centre', 'social-welfare-council',
      'welfare-commissioners', 'professionals', 'other')),
    -- Names of those that it works in; none = all of the municipality.
    districts text[] NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    -- No sheet is written to it any more; kept, so that this can be taken back.
    closed_at timestamptz,
    PRIMARY KEY (municipality_code, id),
    UNIQUE (municipality_code, name)
  )`,
  `ALTER TABLE account ${OFFICE('relay_office_id')}`,
  `ALTER TABLE relay_sheet ${OFFICE('written_office_id')}`,
  // Of which office somebody was who took the step.
  `ALTER TABLE relay_event ${OFFICE('office_id')}`,
];

const ACCESS = [
  'ALTER TABLE relay_office ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY reads ON relay_office FOR SELECT TO michishirube_app USING (${HERE})`,
  `CREATE POLICY inserts ON relay_office FOR INSERT TO michishirube_app
     WITH CHECK (${HERE} AND ${LISTS})`,
  `CREATE POLICY updates ON relay_office FOR UPDATE TO michishirube_app
     USING (${HERE} AND ${LISTS}) WITH CHECK (${HERE} AND ${LISTS})`,
  'GRANT SELECT, INSERT, UPDATE ON relay_office TO michishirube_app',
];

const LISTED = `access.setting('office') IS NOT NULL`;
/** As before it; whoever is of a listed office is of no other. */
const ownOffices = (
  listed: string,
) => `CREATE OR REPLACE FUNCTION access.own_offices() RETURNS text[]
  LANGUAGE sql STABLE
  RETURN CASE WHEN ${listed} THEN ARRAY['listed:' || access.setting('office')]
  ELSE CASE access.setting('role')
    WHEN 'district-organisation' THEN
      ARRAY(SELECT 'district-organisation:' || unnest(access.list('districts')))
    WHEN 'welfare-shelter' THEN
      ARRAY(SELECT 'welfare-shelter:' || unnest(access.list('shelters')))
    WHEN 'supporter' THEN '{}'::text[]
    ELSE ARRAY[access.setting('role')] END END`;
