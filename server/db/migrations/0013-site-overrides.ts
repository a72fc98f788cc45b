import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the fire department found on roads on site, its history and its photos. No person is in them. */
export class SiteOverrides20261128000013 implements MigrationInterface {
  readonly name = 'SiteOverrides20261128000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

const TABLES = ['site_override', 'site_override_change', 'site_override_photo'];
const OF_OVERRIDE =
  'FOREIGN KEY (municipality_code, override_id) REFERENCES site_override (municipality_code, id)';
const HERE = 'municipality_code = (SELECT access.municipality())';

const STATEMENTS = [
  // Of a road by its source, id and middle and no foreign key: what was found goes for files to come.
  `CREATE TABLE site_override (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    version integer NOT NULL,
    road_source text NOT NULL,
    road_id text NOT NULL,
    road_middle geometry(Point, 4326) NOT NULL,
    -- Closure, width, height, vehicles, places, note (domain: SiteFacts).
    facts jsonb NOT NULL,
    expires_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL,
    -- Whose account it was; null for the program and the command line.
    created_by_account uuid,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    updated_by_account uuid,
    -- Taken back; kept, so that this can be taken back too.
    taken_back_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  'CREATE INDEX site_override_road_middle ON site_override USING gist (road_middle)',

  // Every version, the first one too.
  `CREATE TABLE site_override_change (
    municipality_code text NOT NULL,
    override_id uuid NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('create', 'change', 'take-back', 'restore')),
    facts jsonb NOT NULL,
    expires_at timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    changed_by_account uuid,
    PRIMARY KEY (municipality_code, override_id, version),
    ${OF_OVERRIDE}
  )`,

  `CREATE TABLE site_override_photo (
    municipality_code text NOT NULL,
    override_id uuid NOT NULL,
    id uuid NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
    content bytea NOT NULL CHECK (octet_length(content) <= 10485760),
    added_at timestamptz NOT NULL DEFAULT now(),
    added_by text NOT NULL,
    added_by_account uuid,
    -- Taken away; kept, so that it can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, override_id, id),
    ${OF_OVERRIDE}
  )`,

  // A photo may show more than the road: those of one municipality are no other's.
  ...TABLES.flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY reads ON ${table} FOR SELECT TO michishirube_app USING (${HERE})`,
    `CREATE POLICY inserts ON ${table} FOR INSERT TO michishirube_app WITH CHECK (${HERE})`,
    `CREATE POLICY updates ON ${table} FOR UPDATE TO michishirube_app
     USING (${HERE}) WITH CHECK (${HERE})`,
    `GRANT SELECT, INSERT, UPDATE ON ${table} TO michishirube_app`,
  ]),
];
