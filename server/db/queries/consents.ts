import type { ConsentPurpose, ConsentState } from '#domain/access/consent';
import type { Queryable, Transaction } from '../database.ts';

export interface ConsentRecord {
  readonly purpose: ConsentPurpose;
  readonly state: ConsentState;
  readonly version: number;
  readonly decidedOn: string | null;
  readonly explainedBy: string | null;
  readonly onPaper: boolean;
  readonly shelterIds: string[];
}
export type ConsentStored = Omit<ConsentRecord, 'purpose' | 'version'>;

const COLUMNS = `purpose, state, version, decided_on AS "decidedOn", explained_by AS "explainedBy",
  on_paper AS "onPaper", shelter_ids AS "shelterIds"`;

/** Whether the actor can see such a person, on the roster or not. */
export async function hasResident(tx: Transaction, code: string, id: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM resident WHERE municipality_code = $1 AND id = $2', [
    code,
    id,
  ]);
  return rows.length > 0;
}

export function listConsents(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<ConsentRecord[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM consent WHERE municipality_code = $1 AND resident_id = $2`,
    [code, residentId],
  );
}

/** What several people said, which nobody changes until the transaction ends. */
export function lockConsentStates(
  tx: Transaction,
  code: string,
  residentIds: readonly string[],
): Promise<(Pick<ConsentRecord, 'purpose' | 'state'> & { readonly residentId: string })[]> {
  return tx.query(
    `SELECT resident_id AS "residentId", purpose, state FROM consent
     WHERE municipality_code = $1 AND resident_id = ANY ($2::uuid[]) FOR SHARE`,
    [code, residentIds],
  );
}

export interface ConsentChangeRecord {
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly former: ConsentStored | null;
  readonly record: ConsentStored;
}

export function listConsentChanges(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<ConsentChangeRecord[]> {
  return tx.query(
    `SELECT purpose, version, changed_at AS at, changed_by AS by, former, record
     FROM consent_change WHERE municipality_code = $1 AND resident_id = $2
     ORDER BY changed_at DESC, version DESC, purpose LIMIT 200`,
    [code, residentId],
  );
}

/** Keeps a consent over the version that was read, 0 for none; false where that is not the latest. */
export async function storeConsent(
  tx: Transaction,
  code: string,
  residentId: string,
  { purpose, version, ...stored }: ConsentRecord,
): Promise<boolean> {
  const values = [
    code,
    residentId,
    purpose,
    stored.state,
    stored.decidedOn,
    stored.explainedBy,
    stored.onPaper,
    stored.shelterIds,
  ];
  const written =
    version === 0
      ? await tx.query(
          `INSERT INTO consent (municipality_code, resident_id, purpose, state, decided_on,
             explained_by, on_paper, shelter_ids, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT DO NOTHING RETURNING version`,
          values,
        )
      : await tx.query(
          `WITH changed AS (
             UPDATE consent SET state = $4, decided_on = $5, explained_by = $6, on_paper = $7,
               shelter_ids = $8, version = version + 1
             WHERE municipality_code = $1 AND resident_id = $2 AND purpose = $3 AND version = $9
             RETURNING version)
           SELECT version FROM changed`,
          [...values, version],
        );
  return written.length > 0;
}

export async function insertConsentChange(
  tx: Transaction,
  code: string,
  residentId: string,
  { purpose, version, former, record, by }: Omit<ConsentChangeRecord, 'at'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO consent_change (municipality_code, resident_id, purpose, version, former, record,
       changed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      code,
      residentId,
      purpose,
      version,
      former === null ? null : JSON.stringify(former),
      JSON.stringify(record),
      by,
    ],
  );
}

export interface ConsentRuleRecord {
  readonly version: number;
  readonly byOrdinance: boolean;
  readonly ordinance: string | null;
}

/** null where none was ever set: consent is asked of everybody. */
export async function findConsentRule(
  database: Queryable,
  code: string,
): Promise<ConsentRuleRecord | null> {
  const [row] = await database.query<ConsentRuleRecord>(
    `SELECT version, by_ordinance AS "byOrdinance", ordinance FROM consent_rule
     WHERE municipality_code = $1`,
    [code],
  );
  return row ?? null;
}

/** False where the version that was read is not the latest. */
export async function storeConsentRule(
  tx: Transaction,
  code: string,
  { version, byOrdinance, ordinance }: ConsentRuleRecord,
  by: string,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO consent_rule (municipality_code, version, by_ordinance, ordinance, changed_by)
     SELECT $1, 1, $3, $4, $5 WHERE $2 = 0 OR EXISTS (
       SELECT FROM consent_rule WHERE municipality_code = $1 AND version = $2)
     ON CONFLICT (municipality_code) DO UPDATE SET version = consent_rule.version + 1,
       by_ordinance = excluded.by_ordinance, ordinance = excluded.ordinance,
       changed_at = now(), changed_by = excluded.changed_by
     WHERE consent_rule.version = $2
     RETURNING version`,
    [code, version, byOrdinance, ordinance, by],
  );
  return rows.length > 0;
}
