export const TABLES = [
  // Personal. No row = not asked.
  `CREATE TABLE consent (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('roster', 'plan')),
    state text NOT NULL CHECK (state IN ('not-asked', 'asked', 'agreed', 'refused', 'withdrawn')),
    version integer NOT NULL,
    -- When the person said so.
    decided_on date,
    -- Who explained it to the person.
    explained_by text,
    on_paper boolean NOT NULL,
    -- Facilities that the plan names: those to which it is given.
    shelter_ids text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (municipality_code, resident_id, purpose),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id),
    CHECK (purpose = 'plan' OR shelter_ids = '{}')
  )`,
  // Personal. Every change, with what stood before: null the first time.
  `CREATE TABLE consent_change (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    purpose text NOT NULL,
    version integer NOT NULL,
    former jsonb,
    record jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    PRIMARY KEY (municipality_code, resident_id, purpose, version),
    FOREIGN KEY (municipality_code, resident_id, purpose)
      REFERENCES consent (municipality_code, resident_id, purpose)
  )`,
  // Personal. The paper of a consent as it was scanned; the newest stands, the ones before are kept.
  `CREATE TABLE consent_scan (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    purpose text NOT NULL,
    id uuid NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    content bytea NOT NULL CHECK (octet_length(content) <= 10485760),
    added_at timestamptz NOT NULL DEFAULT now(),
    added_by text NOT NULL,
    -- Taken away; kept, so that it can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, resident_id, purpose, id),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,
  // The ordinance by which data is given unless the person refuses. No row = there is none.
  `CREATE TABLE consent_rule (
    municipality_code text PRIMARY KEY REFERENCES municipality (code),
    version integer NOT NULL,
    by_ordinance boolean NOT NULL,
    ordinance text,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    CHECK (NOT by_ordinance OR ordinance IS NOT NULL)
  )`,
  // 災害対策基本法 49条の11第3項, 49条の15第3項: who opened what to those who save lives, where, why and until when.
  `CREATE TABLE disaster_mode (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    -- Names of districts; null = all of the municipality.
    districts text[],
    articles text[] NOT NULL CHECK (articles <@ ARRAY['49-11-3', '49-15-3'] AND cardinality(articles) > 0),
    reason text NOT NULL,
    opened_by text NOT NULL,
    opened_by_account uuid,
    begins_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz NOT NULL,
    -- Ended before its time.
    closed_at timestamptz,
    closed_by text,
    PRIMARY KEY (municipality_code, id),
    CHECK (ends_at > begins_at AND ends_at <= begins_at + interval '168 hours'),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK (districts IS NULL OR cardinality(districts) > 0)
  )`,
  'CREATE INDEX disaster_mode_ends_at ON disaster_mode (municipality_code, ends_at)',
];
