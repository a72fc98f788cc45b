import type { MigrationInterface, QueryRunner } from 'typeorm';

/** District charts: their items, the city's own figures, what was kept of each month, and what was published. */
export class Charts20261129000026 implements MigrationInterface {
  readonly name = 'Charts20261129000026';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

const TABLES = [
  'chart_items',
  'chart_figure_import',
  'chart_figure',
  'chart_snapshot',
  'chart_snapshot_value',
  'chart_release',
] as const;

const HERE = 'municipality_code = (SELECT access.municipality())';
const KEEPS = `${HERE} AND (SELECT access.keeps_roster())`;
const SYSTEM = `${HERE} AND (SELECT access.setting('role')) = 'system'`;
/** Counts of everybody, small ones too: for those alone who see everybody there. */
const SEES_ALL = `${KEEPS} AND ((SELECT access.everyone())
  OR district_name = ANY ((SELECT access.list('districts'))::text[]))`;

const policies = (table: string, reads: string, writes: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY reads ON ${table} FOR SELECT TO michishirube_app USING (${reads})`,
  `CREATE POLICY inserts ON ${table} FOR INSERT TO michishirube_app WITH CHECK (${writes})`,
  `CREATE POLICY updates ON ${table} FOR UPDATE TO michishirube_app
   USING (${writes}) WITH CHECK (${writes})`,
  `GRANT SELECT, INSERT, UPDATE ON ${table} TO michishirube_app`,
];

const STATEMENTS = [
  // Every version of the list is kept; the newest is in force, and without one that of the program.
  `CREATE TABLE chart_items (
    municipality_code text NOT NULL REFERENCES municipality (code),
    version integer NOT NULL,
    -- In their order (domain: ChartItem).
    items jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    PRIMARY KEY (municipality_code, version)
  )`,
  `CREATE TABLE chart_figure_import (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    file_name text NOT NULL,
    -- What was read, and what became of each record that was not taken as it stood (contract).
    report jsonb NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    imported_by text NOT NULL,
    -- Taken back; kept, so that it can be brought back.
    undone_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  // Of a district, or of the city as a whole (''). The figure in force is that of the latest date and import.
  `CREATE TABLE chart_figure (
    municipality_code text NOT NULL,
    import_id uuid NOT NULL,
    district_name text NOT NULL,
    -- Id of a fact (domain: FACTS).
    fact text NOT NULL,
    as_of date NOT NULL,
    value double precision NOT NULL,
    PRIMARY KEY (municipality_code, import_id, district_name, fact, as_of),
    FOREIGN KEY (municipality_code, import_id)
      REFERENCES chart_figure_import (municipality_code, id) ON DELETE CASCADE
  )`,
  `CREATE TABLE chart_snapshot (
    municipality_code text NOT NULL REFERENCES municipality (code),
    -- The first of the month.
    month date NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now(),
    -- What it rests on (domain: SnapshotBasis): versions and dates of zones, criteria, roster, districts, items.
    basis jsonb NOT NULL,
    PRIMARY KEY (municipality_code, month)
  )`,
  // Counts of people as they are, small ones too.
  `CREATE TABLE chart_snapshot_value (
    municipality_code text NOT NULL,
    month date NOT NULL,
    -- '' = people whose district is not known.
    district_name text NOT NULL,
    -- Known facts by id, and figures of the items as they were then by id of the item.
    facts jsonb NOT NULL,
    figures jsonb NOT NULL,
    PRIMARY KEY (municipality_code, month, district_name),
    FOREIGN KEY (municipality_code, month)
      REFERENCES chart_snapshot (municipality_code, month) ON DELETE CASCADE
  )`,
  // For everybody. One of a month, for good: published anew it would give few people away by the difference.
  `CREATE TABLE chart_release (
    municipality_code text NOT NULL,
    month date NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    published_by text NOT NULL,
    -- What is told (domain: ReleaseDocument), and what of each table was left out, for those that come after.
    document jsonb NOT NULL,
    hidden jsonb NOT NULL,
    -- No longer offered; whoever has it has it.
    withdrawn_at timestamptz,
    PRIMARY KEY (municipality_code, month),
    FOREIGN KEY (municipality_code, month) REFERENCES chart_snapshot (municipality_code, month)
  )`,
  ...policies('chart_items', HERE, KEEPS),
  ...policies('chart_figure_import', HERE, KEEPS),
  ...policies('chart_figure', HERE, KEEPS),
  ...policies('chart_snapshot', HERE, SYSTEM),
  ...policies('chart_snapshot_value', SEES_ALL, SYSTEM),
  ...policies('chart_release', HERE, `${KEEPS} AND (SELECT access.everyone())`),
];
