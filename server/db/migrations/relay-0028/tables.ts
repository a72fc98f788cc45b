const STATES = "('received', 'in-hand', 'answered', 'closed')";
const OF_SHEET =
  'FOREIGN KEY (municipality_code, sheet_id) REFERENCES relay_sheet (municipality_code, id)';

export const TABLES = [
  // Personal: about a person, or words about a place in which somebody may be spoken of.
  `CREATE TABLE relay_sheet (
    municipality_code text NOT NULL REFERENCES municipality (code),
    -- Given by the device, so that sending it twice writes it once.
    id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL CHECK (state IN ${STATES}),
    state_since timestamptz NOT NULL,
    urgency text NOT NULL CHECK (urgency IN ('today', 'days', 'weeks')),
    due_at timestamptz NOT NULL,
    -- Where it is now (domain: RelayOffice), and every office that it has been with, by key.
    office jsonb NOT NULL,
    office_key text NOT NULL,
    office_keys text[] NOT NULL CHECK (office_key = ANY (office_keys)),
    -- null: about a place.
    resident_id uuid,
    -- Of the person when it was written, or of the place.
    district text,
    place_text text NOT NULL,
    position geometry(Point, 4326),
    seen text NOT NULL,
    links jsonb NOT NULL,
    written_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    written_by text NOT NULL,
    written_role text NOT NULL,
    written_account uuid,
    PRIMARY KEY (municipality_code, id),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id),
    CHECK (resident_id IS NOT NULL OR place_text <> '' OR position IS NOT NULL)
  )`,
  'CREATE INDEX relay_sheet_due ON relay_sheet (municipality_code, due_at)',
  'CREATE INDEX relay_sheet_position ON relay_sheet USING gist (position)',
  // Personal. Added alone; the first says that it was written.
  `CREATE TABLE relay_event (
    municipality_code text NOT NULL,
    sheet_id uuid NOT NULL,
    -- Of the sheet, after it.
    version integer NOT NULL,
    step text NOT NULL,
    from_state text NOT NULL CHECK (from_state IN ${STATES}),
    to_state text NOT NULL CHECK (to_state IN ${STATES}),
    from_office jsonb NOT NULL,
    to_office jsonb NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    done_by text NOT NULL,
    role text NOT NULL,
    account uuid,
    PRIMARY KEY (municipality_code, sheet_id, version),
    ${OF_SHEET}
  )`,
  // Personal.
  `CREATE TABLE relay_attachment (
    municipality_code text NOT NULL,
    sheet_id uuid NOT NULL,
    id uuid NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    content bytea NOT NULL CHECK (octet_length(content) <= 10485760),
    added_at timestamptz NOT NULL,
    added_by text NOT NULL,
    added_by_account uuid,
    -- Taken away; kept, so that it can be taken back.
    removed_at timestamptz,
    PRIMARY KEY (municipality_code, sheet_id, id),
    ${OF_SHEET}
  )`,
  // That somebody has read what their role may do with what it sees.
  `CREATE TABLE guide_reading (
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role text NOT NULL,
    version integer NOT NULL,
    read_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, role, version)
  )`,
];
