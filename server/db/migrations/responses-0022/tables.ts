const OF_RESPONSE =
  'FOREIGN KEY (municipality_code, response_id) REFERENCES response (municipality_code, id)';
const OF_RESIDENT =
  'FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)';
const STATUSES =
  "('no-report', 'not-reached', 'not-at-home', 'refuses', 'preparing', 'moving', 'arrived')";

export const TABLES = [
  `CREATE TABLE response (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('real', 'rehearsal')),
    -- Names of districts; null = all of the municipality.
    districts text[] CHECK (cardinality(districts) > 0),
    -- Levels that it goes by, each with since when (domain: ResponseLevel); added to as they are raised.
    levels jsonb NOT NULL,
    -- Moves with all that is said in it, in the order in which it is committed: streams go on by it.
    moment bigint NOT NULL DEFAULT 0,
    opened_by text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_by text,
    closed_at timestamptz,
    PRIMARY KEY (municipality_code, id),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
  )`,
  // Personal. Copied when it was opened: nothing that is done in a response reaches a plan.
  `CREATE TABLE response_person (
    municipality_code text NOT NULL,
    response_id uuid NOT NULL,
    resident_id uuid NOT NULL,
    district text,
    tier integer NOT NULL,
    rank integer NOT NULL,
    red_relation text NOT NULL,
    has_plan boolean NOT NULL,
    start_at integer CHECK (start_at IN (3, 4)),
    -- Minutes after that level; null = not known.
    latest_start_minutes integer,
    -- Something that takes time is not known, so it has to be earlier still.
    is_upper_bound boolean NOT NULL,
    destination text,
    expected_shelter_id text,
    PRIMARY KEY (municipality_code, response_id, resident_id),
    ${OF_RESPONSE}, ${OF_RESIDENT}
  )`,
  // Personal. Added alone.
  `CREATE TABLE response_report (
    municipality_code text NOT NULL,
    response_id uuid NOT NULL,
    -- Given by the device, so that sending it twice says it once.
    id uuid NOT NULL,
    resident_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ${STATUSES}),
    -- When it was so, by the clock of the server.
    at timestamptz NOT NULL,
    shelter_id text,
    moment bigint NOT NULL,
    received_at timestamptz NOT NULL,
    reported_by text NOT NULL,
    role text NOT NULL,
    account uuid,
    PRIMARY KEY (municipality_code, response_id, id),
    FOREIGN KEY (municipality_code, response_id, resident_id)
      REFERENCES response_person (municipality_code, response_id, resident_id)
  )`,
  `CREATE INDEX response_report_moment ON response_report (municipality_code, response_id, moment)`,
  `CREATE INDEX response_report_person
     ON response_report (municipality_code, response_id, resident_id, at DESC, id DESC)`,
  // Who came to a shelter that nobody expected there and whose name it may not be told: how many. Added alone.
  `CREATE TABLE response_unexpected (
    municipality_code text NOT NULL,
    response_id uuid NOT NULL,
    id uuid NOT NULL,
    shelter_id text NOT NULL,
    -- Below 0 takes back.
    people integer NOT NULL CHECK (people <> 0 AND abs(people) <= 100),
    moment bigint NOT NULL,
    received_at timestamptz NOT NULL,
    reported_by text NOT NULL,
    account uuid,
    PRIMARY KEY (municipality_code, response_id, id),
    ${OF_RESPONSE}
  )`,
];
