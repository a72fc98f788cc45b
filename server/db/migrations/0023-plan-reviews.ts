import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What plans rest on, what is no longer so, and of which state of the data plans were last looked at. */
export class PlanReviews20261129000023 implements MigrationInterface {
  readonly name = 'PlanReviews20261129000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS plan_review_run');
    await runner.query('DROP TABLE IF EXISTS plan_basis');
  }
}

const HERE = 'municipality_code = (SELECT access.municipality())';
/** As plans themselves are seen (migration 0019). */
const SEEN = `${HERE} AND NOT (SELECT access.masked()) AND ((SELECT access.everyone())
  OR (resident_id IN (SELECT access.people()) AND resident_id IN (SELECT access.plans())))`;
/** Whoever takes the step that confirms a plan moves its basis with it. */
const TAKES_STEPS = `(SELECT access.setting('role')) IN ('system', 'disaster-officer', 'welfare-officer',
  'fire-department', 'district-organisation', 'welfare-shelter', 'supporter')`;
const SYSTEM = `(SELECT access.setting('role')) = 'system'`;

const STATEMENTS = [
  // Personal. Of plans that are shared or in force.
  `CREATE TABLE plan_basis (
    municipality_code text NOT NULL,
    resident_id uuid NOT NULL,
    -- What was true when the plan came into force or was last confirmed, and when it was last looked at
    -- (domain: PlanTruth).
    basis jsonb NOT NULL,
    current jsonb NOT NULL,
    -- What is no longer as it was (domain: ReviewFinding), and since when that is known.
    findings jsonb NOT NULL DEFAULT '[]',
    confirmed_on date NOT NULL,
    confirmed_by text NOT NULL,
    -- Version of the plan that the basis was taken of.
    plan_version integer NOT NULL,
    -- What stood here before the last confirmation, so that it can be taken back; null = nothing.
    former jsonb,
    PRIMARY KEY (municipality_code, resident_id),
    FOREIGN KEY (municipality_code, resident_id) REFERENCES resident (municipality_code, id)
  )`,
  'ALTER TABLE plan_basis ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY reads ON plan_basis FOR SELECT TO michishirube_app USING (${SEEN})`,
  `CREATE POLICY inserts ON plan_basis FOR INSERT TO michishirube_app
   WITH CHECK (${SEEN} AND ${SYSTEM})`,
  `CREATE POLICY updates ON plan_basis FOR UPDATE TO michishirube_app
   USING (${SEEN} AND ${TAKES_STEPS}) WITH CHECK (${SEEN} AND ${TAKES_STEPS})`,
  'GRANT SELECT, INSERT, UPDATE ON plan_basis TO michishirube_app',

  // No person is in it.
  `CREATE TABLE plan_review_run (
    municipality_code text PRIMARY KEY REFERENCES municipality (code),
    -- Versions of the data that plans were held against, and of when the data are (domain: TruthDates).
    data_versions jsonb NOT NULL,
    dates jsonb NOT NULL,
    -- Moments of closures that had passed (queries/read/versions).
    site_moment integer NOT NULL,
    -- YYYY-MM-DD, as intervals end on a day.
    day date NOT NULL,
    reviewed_at timestamptz NOT NULL DEFAULT now()
  )`,
  'GRANT SELECT, INSERT, UPDATE ON plan_review_run TO michishirube_app',
];
