const OF_MUNICIPALITY = 'municipality_code text NOT NULL REFERENCES municipality (code)';
const OF_DRILL =
  'FOREIGN KEY (municipality_code, drill_id) REFERENCES drill (municipality_code, id)';
const OF_RESIDENT =
  'FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)';

/** Who is brought to a shelter stands in `drill_person` alone: the rest of a drill names no resident. */
export const TABLES = [
  `CREATE TABLE drill (
    ${OF_MUNICIPALITY},
    id uuid NOT NULL,
    -- The newest of drill_version.
    version integer NOT NULL,
    title text NOT NULL,
    held_on date NOT NULL,
    start_time text,
    shelter_ids text[] NOT NULL,
    -- Of the newest version.
    people integer NOT NULL,
    participants integer NOT NULL,
    -- Of its last event: streams go on by it.
    cursor bigint NOT NULL DEFAULT 0,
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  // Every save is one. Added alone.
  `CREATE TABLE drill_version (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    version integer NOT NULL,
    -- domain: DrillContent, without its people.
    content jsonb NOT NULL,
    note text,
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    PRIMARY KEY (municipality_code, drill_id, version),
    ${OF_DRILL}
  )`,
  // Personal. The people of each version. Added alone.
  `CREATE TABLE drill_person (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    version integer NOT NULL,
    person_id text NOT NULL,
    ordinal integer NOT NULL,
    -- null: stands in for somebody.
    resident_id uuid,
    -- domain: TravellingPerson; of a real person without name, which is the roster's.
    facts jsonb NOT NULL,
    PRIMARY KEY (municipality_code, drill_id, version, person_id),
    ${OF_DRILL}, ${OF_RESIDENT}
  )`,
  // Personal. That somebody agreed to take part in this drill.
  `CREATE TABLE drill_agreement (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    resident_id uuid NOT NULL,
    -- null: taken back.
    agreed_on date,
    explained_by text,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    PRIMARY KEY (municipality_code, drill_id, resident_id),
    ${OF_DRILL}, ${OF_RESIDENT}
  )`,
  // What a city made of a manual. No person is in it.
  `CREATE TABLE drill_template (
    ${OF_MUNICIPALITY},
    id uuid NOT NULL,
    version integer NOT NULL,
    name_ja text NOT NULL,
    name_en text NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, id)
  )`,
  `CREATE TABLE drill_template_version (
    municipality_code text NOT NULL,
    template_id uuid NOT NULL,
    version integer NOT NULL,
    -- domain: DrillManual.
    manual jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    PRIMARY KEY (municipality_code, template_id, version),
    FOREIGN KEY (municipality_code, template_id) REFERENCES drill_template (municipality_code, id)
  )`,
  // What happened, as tablets wrote it down. Added alone; taking one back is an event too.
  `CREATE TABLE drill_event (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    -- In the order in which they came in.
    cursor bigint NOT NULL,
    device_id uuid NOT NULL,
    sequence integer NOT NULL CHECK (sequence > 0),
    device_millis bigint NOT NULL,
    offset_millis bigint,
    participant_id text,
    -- domain: RunEventBody.
    body jsonb NOT NULL,
    -- Of all that the device said but its offset: the same event sent twice is kept once.
    digest text NOT NULL,
    received_at timestamptz NOT NULL,
    sent_by text NOT NULL,
    account uuid,
    PRIMARY KEY (municipality_code, drill_id, cursor),
    UNIQUE (municipality_code, drill_id, device_id, sequence, digest),
    ${OF_DRILL}
  )`,
  `CREATE INDEX drill_event_run ON drill_event (municipality_code, drill_id)
   WHERE body ->> 'kind' IN ('drill-start', 'drill-end', 'undo')`,
  `CREATE TABLE drill_photo (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    id uuid NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
    content bytea NOT NULL CHECK (octet_length(content) <= 10485760),
    added_at timestamptz NOT NULL,
    added_by text NOT NULL,
    added_by_account uuid,
    PRIMARY KEY (municipality_code, drill_id, id),
    ${OF_DRILL}
  )`,
  // Joint pick-ups. Places are told by whose they are: no home is in it.
  `CREATE TABLE drill_tour (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    id uuid NOT NULL,
    drill_version integer NOT NULL,
    conditions jsonb NOT NULL,
    -- domain: KeptTours.
    plan jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    PRIMARY KEY (municipality_code, drill_id, id),
    ${OF_DRILL}
  )`,
  `CREATE TABLE drill_finding (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    ordinal integer NOT NULL,
    -- domain: Finding, without the people whose plans it sends to review.
    finding jsonb NOT NULL,
    done_on date,
    -- When, by whom and what it did; null = nothing yet, or taken back.
    carried_out jsonb,
    removed_at timestamptz,
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    PRIMARY KEY (municipality_code, drill_id, id),
    ${OF_DRILL}
  )`,
  // Personal. Whose plans a finding sends to review; who was taken out again stays, marked.
  `CREATE TABLE drill_finding_plan (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    resident_id uuid NOT NULL,
    is_out boolean NOT NULL DEFAULT false,
    PRIMARY KEY (municipality_code, drill_id, finding_id, resident_id),
    FOREIGN KEY (municipality_code, drill_id, finding_id)
      REFERENCES drill_finding (municipality_code, drill_id, id),
    ${OF_RESIDENT}
  )`,
  // What is public of a drill (domain: PublicDrillResult), frozen when it was asked for. No person is in it.
  `CREATE TABLE drill_publication (
    municipality_code text NOT NULL,
    drill_id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('none', 'asked', 'published', 'withdrawn')),
    -- Waits for an officer.
    asked_result jsonb,
    -- What the public addresses show.
    result jsonb,
    asked_at timestamptz,
    asked_by text,
    asked_by_account uuid,
    approved_at timestamptz,
    approved_by text,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawn_reason text,
    PRIMARY KEY (municipality_code, drill_id),
    ${OF_DRILL},
    CHECK (state <> 'published' OR result IS NOT NULL)
  )`,
  'CREATE INDEX drill_publication_drill ON drill_publication (drill_id)',
];
