import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals of destinations and supporters for many people at once, kept to be compared and taken over. */
export class PlanProposals20261129000020 implements MigrationInterface {
  readonly name = 'PlanProposals20261129000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...POLICIES, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS plan_proposal_line');
    await runner.query('DROP TABLE IF EXISTS plan_proposal');
  }
}

const TABLES = [
  // Figures of people whom not everybody may count: for those who keep the roster alone.
  `CREATE TABLE plan_proposal (
    municipality_code text NOT NULL REFERENCES municipality (code),
    id uuid NOT NULL,
    name text NOT NULL,
    -- What was asked for (contract: proposeAllSchema), without who was fixed: that stands in the lines.
    conditions jsonb NOT NULL,
    -- Figures, use of each destination, dates of the data (contract: proposalSummarySchema).
    summary jsonb NOT NULL,
    -- Names of the districts that whoever asked may see; null = all of the municipality.
    districts text[],
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL,
    PRIMARY KEY (municipality_code, id)
  )`,
  // Personal.
  `CREATE TABLE plan_proposal_line (
    municipality_code text NOT NULL,
    proposal_id uuid NOT NULL,
    resident_id uuid NOT NULL,
    shelter_id text,
    is_placed boolean NOT NULL,
    -- null = the way is not known.
    red_meters double precision,
    seconds double precision,
    -- Reasons, the next best, the supporter (contract: placementSchema).
    placement jsonb NOT NULL,
    -- When it came into the person's plan.
    taken_at timestamptz,
    taken_by text,
    PRIMARY KEY (municipality_code, proposal_id, resident_id),
    FOREIGN KEY (municipality_code, proposal_id)
      REFERENCES plan_proposal (municipality_code, id) ON DELETE CASCADE,
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id),
    CHECK ((taken_at IS NULL) = (taken_by IS NULL))
  )`,
];

const HERE = 'municipality_code = (SELECT access.municipality())';
const KEEPS = `${HERE} AND (SELECT access.keeps_roster())`;
const OWN = `${KEEPS} AND ((SELECT access.everyone())
  OR resident_id IN (SELECT access.people()))`;
const ALL_DISTRICTS = `${KEEPS} AND ((SELECT access.list('districts')) IS NULL
  OR districts <@ (SELECT access.list('districts'))::text[])`;

const policies = (table: string, rows: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY reads ON ${table} FOR SELECT TO michishirube_app USING (${rows})`,
  `CREATE POLICY inserts ON ${table} FOR INSERT TO michishirube_app WITH CHECK (${rows})`,
  `CREATE POLICY updates ON ${table} FOR UPDATE TO michishirube_app
     USING (${rows}) WITH CHECK (${rows})`,
  `CREATE POLICY deletes ON ${table} FOR DELETE TO michishirube_app USING (${rows})`,
];

const POLICIES = [
  ...policies('plan_proposal', ALL_DISTRICTS),
  ...policies('plan_proposal_line', OWN),
];
const GRANTS = ['plan_proposal', 'plan_proposal_line'].map(
  (table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO michishirube_app`,
);
