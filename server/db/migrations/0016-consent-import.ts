import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consents that come in lists: staged like a roster, and each change knows by which list it came. */
export class ConsentImport20261128000016 implements MigrationInterface {
  readonly name = 'ConsentImport20261128000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staged_consent');
    await runner.query('ALTER TABLE consent_change DROP COLUMN dataset_id');
    await runner.query(`DELETE FROM dataset WHERE kind = 'consents'`);
  }
}

const MAY = `municipality_code = (SELECT access.municipality())
  AND (SELECT access.keeps_roster()) AND (SELECT access.everyone())`;

const STATEMENTS = [
  // Personal. What a list says, until and while it is in force.
  `CREATE TABLE staged_consent (
    municipality_code text NOT NULL,
    dataset_id uuid NOT NULL,
    roster_number text NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('roster', 'plan')),
    record_number integer NOT NULL,
    state text NOT NULL CHECK (state IN ('not-asked', 'asked', 'agreed', 'refused', 'withdrawn')),
    decided_on date,
    explained_by text,
    on_paper boolean NOT NULL,
    PRIMARY KEY (municipality_code, dataset_id, roster_number, purpose),
    FOREIGN KEY (municipality_code, dataset_id)
      REFERENCES dataset (municipality_code, id) ON DELETE CASCADE
  )`,
  // The list that brought a change, or that was taken back; null = on the screen. Lists are cleared away, this stays.
  'ALTER TABLE consent_change ADD COLUMN dataset_id uuid',
  `CREATE INDEX consent_change_dataset_id ON consent_change (municipality_code, dataset_id)
   WHERE dataset_id IS NOT NULL`,
  'ALTER TABLE staged_consent ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY reads ON staged_consent FOR SELECT TO michishirube_app USING (${MAY})`,
  `CREATE POLICY inserts ON staged_consent FOR INSERT TO michishirube_app WITH CHECK (${MAY})`,
  `CREATE POLICY updates ON staged_consent FOR UPDATE TO michishirube_app
   USING (${MAY}) WITH CHECK (${MAY})`,
  `CREATE POLICY deletes ON staged_consent FOR DELETE TO michishirube_app USING (${MAY})`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON staged_consent TO michishirube_app',
];
