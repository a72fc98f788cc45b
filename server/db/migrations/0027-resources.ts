import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Social resources of the city, and every version of each. Offices and groups: no person is in them. */
export class Resources20261129000027 implements MigrationInterface {
  readonly name = 'Resources20261129000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

const TABLES = ['social_resource', 'social_resource_change'];
const HERE = 'municipality_code = (SELECT access.municipality())';

const STATEMENTS = [
  `CREATE TABLE social_resource (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    -- Category, address, hours, contact, accessibility, note (domain: ResourceFacts).
    facts jsonb NOT NULL,
    position geometry(Point, 4326),
    updated_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    -- Taken off the list; kept, so that this can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  'CREATE INDEX social_resource_position ON social_resource USING gist (position)',

  // Every version, the first one too.
  `CREATE TABLE social_resource_change (
    municipality_code text NOT NULL,
    resource_id uuid NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('create', 'change', 'import', 'remove', 'restore')),
    facts jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    PRIMARY KEY (municipality_code, resource_id, version),
    FOREIGN KEY (municipality_code, resource_id) REFERENCES social_resource (municipality_code, id)
  )`,

  ...TABLES.flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY reads ON ${table} FOR SELECT TO michishirube_app USING (${HERE})`,
    `CREATE POLICY inserts ON ${table} FOR INSERT TO michishirube_app WITH CHECK (${HERE})`,
    `CREATE POLICY updates ON ${table} FOR UPDATE TO michishirube_app
     USING (${HERE}) WITH CHECK (${HERE})`,
    `GRANT SELECT, INSERT, UPDATE ON ${table} TO michishirube_app`,
  ]),
];
