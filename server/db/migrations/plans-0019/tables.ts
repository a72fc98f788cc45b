const OF_RESIDENT =
  'FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)';

/** Personal but for the setting. Who has no row is not started. */
export const TABLES = [
  `CREATE TABLE plan (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    -- Moves with every save and every step.
    version integer NOT NULL,
    stage text NOT NULL CHECK (stage IN ('not-started', 'consent-asked', 'refused', 'agreed', 'drafting',
      'route-checked', 'accepted', 'person-agreed', 'shared', 'in-force', 'review-due', 'ended')),
    stage_since timestamptz NOT NULL,
    -- The newest of plan_version; 0 = none yet.
    content_version integer NOT NULL CHECK (content_version >= 0),
    -- What steps and board look at of the content (domain: PlanOutline).
    outline jsonb NOT NULL,
    -- Who gave their word, when and of which content (domain: Approvals).
    approvals jsonb NOT NULL,
    review_reasons text[] NOT NULL DEFAULT '{}',
    end_reason text,
    -- The fact that ranking and lists know of it; null = the roster's word (domain: PLAN_FACT_OF).
    fact text GENERATED ALWAYS AS (CASE
      WHEN stage IN ('refused', 'ended') THEN 'none'
      WHEN stage IN ('agreed', 'drafting', 'route-checked', 'accepted', 'person-agreed') THEN 'draft'
      WHEN stage IN ('shared', 'in-force', 'review-due') THEN 'complete' END) STORED,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    PRIMARY KEY (municipality_code, resident_id),
    CHECK ((stage = 'ended') = (end_reason IS NOT NULL)),
    ${OF_RESIDENT}
  )`,
  // Every save is one.
  `CREATE TABLE plan_version (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    version integer NOT NULL,
    -- domain: PlanContent.
    content jsonb NOT NULL,
    note text,
    saved_at timestamptz NOT NULL DEFAULT now(),
    saved_by text NOT NULL,
    PRIMARY KEY (municipality_code, resident_id, version),
    ${OF_RESIDENT}
  )`,
  `CREATE TABLE plan_event (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    -- Of the plan, after it.
    version integer NOT NULL,
    -- A step, or 'write'.
    task text NOT NULL,
    from_stage text NOT NULL,
    to_stage text NOT NULL,
    content_version integer NOT NULL,
    reason text,
    review_reasons text[] NOT NULL DEFAULT '{}',
    end_reason text,
    -- Approvals that fell away by it, and why.
    fallen jsonb NOT NULL DEFAULT '[]',
    happened_at timestamptz NOT NULL DEFAULT now(),
    done_by text NOT NULL,
    role text NOT NULL,
    -- null for the program and the command line.
    account uuid,
    PRIMARY KEY (municipality_code, resident_id, version),
    ${OF_RESIDENT}
  )`,
  `CREATE TABLE plan_setting (
    municipality_code text PRIMARY KEY REFERENCES municipality (code),
    version integer NOT NULL,
    -- Who does which step, and which are asked for (domain: PlanSetting).
    setting jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL
  )`,
];
