// Over 300 lines because the first schema is one migration: each table with the reason for its shape.

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything is keyed by the municipality's code first (docs/adr): one installation can hold a
 * prefecture or the nation, and a distributed PostgreSQL can shard by it. Rows that come from a file
 * belong to a dataset (one import run); which dataset is in force is a flag of the dataset, so that
 * a swap and a roll-back are one update. Long because it is one schema: its tables are read together.
 */
export class InitialSchema20261124000001 implements MigrationInterface {
  readonly name = 'InitialSchema20261124000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

const TABLES = [
  'municipality',
  'data_version',
  'dataset',
  'dataset_reject',
  'district',
  'hazard_zone',
  'shelter',
  'gazetteer_entry',
  'roster_record',
  'resident',
  'resident_position_change',
  'household_facts',
  'supporter',
  'assessment_run',
  'assessment',
  'priority_criteria',
  'priority_result',
  'derivation',
];

const STATEMENTS = [
  'CREATE EXTENSION IF NOT EXISTS postgis',

  `CREATE TABLE municipality (
    code text PRIMARY KEY CHECK (code ~ '^[0-9]{5}$'),
    name text NOT NULL,
    margin_meters double precision NOT NULL DEFAULT 10 CHECK (margin_meters BETWEEN 0 AND 200),
    criteria_id text NOT NULL DEFAULT 'red-zone-policy',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,

  // Raised in the transaction of every change: what caches and ETags are made from.
  `CREATE TABLE data_version (
    municipality_code text NOT NULL REFERENCES municipality (code),
    topic text NOT NULL CHECK (topic IN ('settings', 'zones', 'shelters', 'districts', 'gazetteer', 'roster', 'residents', 'assessment', 'ranking')),
    version bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (municipality_code, topic)
  )`,

  `CREATE TABLE dataset (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('zones', 'shelters', 'districts', 'boundary', 'roster', 'gazetteer')),
    source text NOT NULL,
    -- Datasets of one kind and scope replace each other (e.g. shelters: one scope a list).
    scope text NOT NULL,
    status text NOT NULL CHECK (status IN ('staging', 'active', 'superseded', 'failed', 'rolled-back')),
    file_names text[] NOT NULL,
    sha256 text NOT NULL,
    options jsonb NOT NULL DEFAULT '{}',
    as_of date,
    encoding text,
    crs text,
    read_count integer NOT NULL DEFAULT 0,
    accepted_count integer NOT NULL DEFAULT 0,
    repaired_count integer NOT NULL DEFAULT 0,
    rejected_count integer NOT NULL DEFAULT 0,
    skipped_count integer NOT NULL DEFAULT 0,
    -- Messages with counts: rejected, skipped, repaired (shapes of the import report).
    reasons jsonb NOT NULL DEFAULT '{}',
    difference jsonb,
    credit text,
    licence text,
    notes jsonb NOT NULL DEFAULT '[]',
    imported_at timestamptz NOT NULL DEFAULT now(),
    -- Raised with every batch: a staging dataset that stands still was left by a process that died.
    staged_at timestamptz NOT NULL DEFAULT now(),
    activated_at timestamptz,
    PRIMARY KEY (municipality_code, id),
    CHECK (status = 'staging' OR status = 'failed' OR read_count = accepted_count + repaired_count + rejected_count)
  )`,
  `CREATE UNIQUE INDEX dataset_in_force ON dataset (municipality_code, kind, scope) WHERE status = 'active'`,

  // Personal where the dataset is a roster: the raw record stands in it.
  `CREATE TABLE dataset_reject (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    ordinal integer NOT NULL,
    record_number integer NOT NULL,
    code text NOT NULL,
    message_ja text NOT NULL,
    message_en text NOT NULL,
    raw text NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, ordinal),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,

  // District polygons, and the municipality's own boundary (kind of the dataset: boundary).
  `CREATE TABLE district (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    geometry geometry(MultiPolygon, 4326) NOT NULL,
    label geometry(Point, 4326) NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, id),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX district_geometry ON district USING gist (geometry)',

  `CREATE TABLE hazard_zone (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    id text NOT NULL,
    phenomenon text NOT NULL CHECK (phenomenon IN ('slope-failure', 'debris-flow', 'landslide')),
    zone_class text NOT NULL CHECK (zone_class IN ('red', 'red-before-designation', 'yellow', 'yellow-before-designation')),
    red_not_surveyed boolean NOT NULL,
    prefecture_code text,
    zone_number text,
    zone_name text,
    place text,
    notice_date date,
    geometry geometry(MultiPolygon, 4326) NOT NULL,
    -- As the file had it, where the geometry was repaired; null where it was valid.
    source_geometry geometry(MultiPolygon, 4326),
    -- Why it was repaired (ST_IsValidReason).
    repair text,
    PRIMARY KEY (municipality_code, dataset_id, id),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX hazard_zone_geometry ON hazard_zone USING gist (geometry)',

  `CREATE TABLE shelter (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('emergency-site', 'shelter', 'welfare-shelter')),
    name text NOT NULL,
    name_kana text,
    address text,
    position geometry(Point, 4326),
    -- null = the list does not say; empty = designated for none.
    designated_hazards text[],
    capacity integer,
    capacity_note text,
    accepted_groups text[],
    basis text CHECK (basis IN ('designated', 'agreement')),
    equipment text[],
    phone text,
    list_municipality_code text,
    notes text,
    PRIMARY KEY (municipality_code, dataset_id, id),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX shelter_position ON shelter USING gist (position)',

  `CREATE TABLE gazetteer_entry (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    ordinal integer NOT NULL,
    prefecture text,
    city text,
    town text NOT NULL,
    koaza text,
    block text,
    level text NOT NULL CHECK (level IN ('block', 'town')),
    position geometry(Point, 4326) NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, ordinal),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,

  // Personal. One person as a roster file had them; applying a dataset compares these.
  `CREATE TABLE roster_record (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    roster_number text NOT NULL,
    record_number integer NOT NULL,
    content_hash text NOT NULL,
    entry jsonb NOT NULL,
    -- What the import found for the person before the swap: the swap itself only copies.
    position geometry(Point, 4326),
    accuracy text NOT NULL,
    radius_meters double precision,
    position_origin text NOT NULL,
    position_source text,
    -- The entry's supporters with their positions; null = the file does not say who helps.
    supporters jsonb,
    PRIMARY KEY (municipality_code, dataset_id, roster_number),
    FOREIGN KEY (municipality_code, dataset_id) REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,

  // Personal. People who leave the roster are archived, never deleted.
  `CREATE TABLE resident (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    roster_number text NOT NULL,
    name text NOT NULL,
    name_kana text,
    birth_date date,
    sex text CHECK (sex IN ('female', 'male', 'other')),
    address text,
    phone text,
    -- As the roster says, or the district whose polygon holds the position.
    district_name text,
    district_source text CHECK (district_source IN ('roster', 'polygon')),
    reason text,
    notes text,
    position geometry(Point, 4326),
    accuracy text NOT NULL CHECK (accuracy IN ('building', 'manual', 'block', 'town', 'none')),
    radius_meters double precision,
    -- Who placed the person: a hand goes before the roster file, that before the gazetteer.
    position_origin text NOT NULL CHECK (position_origin IN ('manual', 'roster', 'gazetteer', 'none')),
    -- In words for the officer: the town or block that the address matched, or who set it.
    position_source text,
    content_hash text NOT NULL,
    dataset_id uuid,
    version integer NOT NULL DEFAULT 1,
    archived_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, id),
    UNIQUE (municipality_code, roster_number),
    CHECK ((accuracy = 'none') = (position IS NULL)),
    CHECK ((accuracy = 'none') = (radius_meters IS NULL)),
    CHECK ((district_name IS NULL) = (district_source IS NULL))
  )`,
  'CREATE INDEX resident_position ON resident USING gist (position)',

  // Personal. Every move by hand, with its reason: history and undo.
  `CREATE TABLE resident_position_change (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    version integer NOT NULL,
    former_position geometry(Point, 4326),
    former_accuracy text NOT NULL,
    former_radius_meters double precision,
    former_origin text NOT NULL,
    former_source text,
    reason text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    PRIMARY KEY (municipality_code, resident_id, version),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,

  // Personal. null = not known, which is never "no".
  `CREATE TABLE household_facts (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    care_level text,
    disabilities jsonb,
    devices text[],
    household text CHECK (household IN ('alone', 'elderly-only', 'with-family', 'facility')),
    communication text CHECK (communication IN ('none', 'perception', 'judgement', 'language')),
    plan text CHECK (plan IN ('none', 'draft', 'complete')),
    -- null = the file does not say who helps; the rows of supporter count otherwise.
    supporters_known boolean NOT NULL,
    source text NOT NULL,
    as_of date,
    PRIMARY KEY (municipality_code, resident_id),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,

  // Personal.
  `CREATE TABLE supporter (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    relationship text,
    phone text,
    address text,
    position geometry(Point, 4326),
    accuracy text NOT NULL DEFAULT 'none',
    radius_meters double precision,
    PRIMARY KEY (municipality_code, resident_id, ordinal),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,

  `CREATE TABLE assessment_run (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    assessed_at timestamptz NOT NULL,
    margin_meters double precision NOT NULL,
    zone_dataset_ids uuid[] NOT NULL,
    -- data_version of zones, shelters and residents that was read: older than now = stale.
    data_versions jsonb NOT NULL,
    assessed integer NOT NULL,
    difference jsonb NOT NULL,
    PRIMARY KEY (municipality_code, id)
  )`,

  // Personal for residents: the latest judgement of each subject, with the versions it rests on.
  `CREATE TABLE assessment (
    municipality_code text NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('resident', 'shelter')),
    subject_id text NOT NULL,
    run_id uuid NOT NULL,
    relation text NOT NULL CHECK (relation IN ('inside', 'undetermined', 'near', 'outside')),
    red_relation text NOT NULL CHECK (red_relation IN ('inside', 'undetermined', 'near', 'outside')),
    red_distance_meters double precision,
    phenomena text[] NOT NULL,
    red_not_surveyed boolean NOT NULL,
    -- Every zone that counts, gravest first: zoneId, relation, signedDistanceMeters, nearestBoundary …
    zones jsonb NOT NULL,
    PRIMARY KEY (municipality_code, subject_kind, subject_id),
    FOREIGN KEY (municipality_code, run_id) REFERENCES assessment_run (municipality_code, id)
  )`,

  `CREATE TABLE priority_criteria (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id text NOT NULL,
    version integer NOT NULL,
    effective_on date NOT NULL,
    document jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, id, version)
  )`,

  // Personal.
  `CREATE TABLE priority_result (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    criteria_id text NOT NULL,
    criteria_version integer NOT NULL,
    tier integer NOT NULL,
    rank integer NOT NULL,
    score double precision NOT NULL,
    possible_tier integer NOT NULL,
    PRIMARY KEY (municipality_code, resident_id),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,

  // What the positions by address and the ranking were made from: older than now = to be made again.
  `CREATE TABLE derivation (
    municipality_code text NOT NULL REFERENCES municipality (code),
    kind text NOT NULL CHECK (kind IN ('positions', 'ranking')),
    data_versions jsonb NOT NULL,
    PRIMARY KEY (municipality_code, kind)
  )`,
];
