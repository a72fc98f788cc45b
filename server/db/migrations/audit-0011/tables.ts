export const TABLES = [
  // The head of each chain: what the next line rests on. '' is the installation itself.
  `CREATE TABLE audit_chain (
    municipality_code text PRIMARY KEY,
    seq bigint NOT NULL,
    hash text NOT NULL
  )`,
  // Who read or changed whom. Appended by audit.append alone.
  `CREATE TABLE audit_entry (
    municipality_code text NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    role text NOT NULL,
    account_id uuid,
    name text NOT NULL,
    -- From where: network address, and the kind of program.
    address text,
    agent text,
    action text NOT NULL,
    route text,
    -- On what ground: city-hall, roster, plan (what people consent to) or none.
    purpose text NOT NULL,
    people uuid[] NOT NULL,
    -- Disaster modes that were open then.
    disaster_modes uuid[] NOT NULL,
    request_id text,
    details jsonb NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (municipality_code, seq)
  )`,
  'CREATE INDEX audit_entry_at ON audit_entry (municipality_code, at)',
  'CREATE INDEX audit_entry_people ON audit_entry USING gin (people)',
  'CREATE INDEX audit_entry_disaster_modes ON audit_entry USING gin (disaster_modes)',
  // What was removed when its time had come: the hash that the oldest line that is left rests on.
  `CREATE TABLE audit_anchor (
    municipality_code text NOT NULL,
    through_seq bigint NOT NULL,
    hash text NOT NULL,
    entries bigint NOT NULL,
    pruned_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, through_seq)
  )`,
  `CREATE TABLE audit_retention (
    municipality_code text PRIMARY KEY,
    days integer NOT NULL CHECK (days >= 365)
  )`,
];
