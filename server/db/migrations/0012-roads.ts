import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roads, the barriers on them and the rules of turning: of a dataset, like zones. No person is in them. */
export class Roads20261128000012 implements MigrationInterface {
  readonly name = 'Roads20261128000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE IF EXISTS ${table}`);
    await runner.query(`DELETE FROM dataset WHERE kind = 'roads'`);
    await runner.query('ALTER TABLE dataset DROP CONSTRAINT dataset_kind_check');
    await runner.query(
      `ALTER TABLE dataset ADD CONSTRAINT dataset_kind_check CHECK (kind IN ('zones', 'shelters', 'districts', 'boundary', 'roster', 'gazetteer'))`,
    );
  }
}

const TABLES = ['turn_restriction', 'road_barrier', 'road'];
const OF_DATASET =
  'FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE';

const STATEMENTS = [
  // The program knows which kinds there are; the table need not be changed for each new one.
  'ALTER TABLE dataset DROP CONSTRAINT dataset_kind_check',
  `ALTER TABLE dataset ADD CONSTRAINT dataset_kind_check CHECK (kind ~ '^[a-z-]+$')`,

  `CREATE TABLE road (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    -- Sorted as bytes: the loader pages by it, and the order of words costs ten times as much.
    id text COLLATE "C" NOT NULL,
    -- The record of the file that it was cut from: way/123.
    source_key text NOT NULL,
    from_junction text NOT NULL,
    to_junction text NOT NULL,
    kind text NOT NULL,
    name text,
    -- Width, access, one-way … (domain: Road), where they are not the usual (queries/road-attributes).
    attributes jsonb NOT NULL,
    -- Metres above sea at each vertex; null where no terrain was known.
    elevations real[],
    geometry geometry(LineString, 4326) NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, id),
    ${OF_DATASET}
  )`,
  'CREATE INDEX road_geometry ON road USING gist (geometry)',

  `CREATE TABLE road_barrier (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    id text NOT NULL,
    junction text NOT NULL,
    kind text NOT NULL,
    access jsonb NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, id),
    ${OF_DATASET}
  )`,

  `CREATE TABLE turn_restriction (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('no', 'only')),
    from_road text NOT NULL,
    junction text NOT NULL,
    to_road text NOT NULL,
    excepted_modes text[] NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, id),
    ${OF_DATASET}
  )`,

  ...TABLES.map((table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO michishirube_app`),
];
