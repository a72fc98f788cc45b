import type { PublicationState } from '#domain/drill/publication';
import type { PublicDrillResult } from '#domain/drill/publish/public-result';
import type { Queryable, Transaction } from '../../database.ts';

export interface PublicationRecord {
  readonly version: number;
  readonly state: PublicationState;
  readonly askedResult: PublicDrillResult | null;
  readonly result: PublicDrillResult | null;
  readonly askedAt: Date | null;
  readonly askedBy: string | null;
  readonly askedByAccount: string | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
}

export const NOT_PUBLISHED: PublicationRecord = {
  ...{ version: 0, state: 'none', askedResult: null, result: null, askedAt: null, askedBy: null },
  ...{ askedByAccount: null, approvedAt: null, approvedBy: null, withdrawnAt: null },
  ...{ withdrawnBy: null, withdrawnReason: null },
};

const COLUMNS = `version, state, asked_result AS "askedResult", result, asked_at AS "askedAt",
  asked_by AS "askedBy", asked_by_account AS "askedByAccount", approved_at AS "approvedAt",
  approved_by AS "approvedBy", withdrawn_at AS "withdrawnAt", withdrawn_by AS "withdrawnBy",
  withdrawn_reason AS "withdrawnReason"`;

export async function findPublication(
  tx: Transaction,
  code: string,
  drillId: string,
): Promise<PublicationRecord> {
  const [row] = await tx.query<PublicationRecord>(
    `SELECT ${COLUMNS} FROM drill_publication WHERE municipality_code = $1 AND drill_id = $2`,
    [code, drillId],
  );
  return row ?? NOT_PUBLISHED;
}

/** False where another version stands there already. */
export async function storePublication(
  tx: Transaction,
  code: string,
  drillId: string,
  record: PublicationRecord,
): Promise<boolean> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const values = [
    ...[code, drillId, record.version, record.state, json(record.askedResult)],
    ...[json(record.result), record.askedAt, record.askedBy, record.askedByAccount],
    ...[record.approvedAt, record.approvedBy, record.withdrawnAt, record.withdrawnBy],
    record.withdrawnReason,
  ];
  const rows = await tx.query(
    record.version === 1
      ? `INSERT INTO drill_publication (municipality_code, drill_id, version, state, asked_result,
           result, asked_at, asked_by, asked_by_account, approved_at, approved_by, withdrawn_at,
           withdrawn_by, withdrawn_reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT DO NOTHING RETURNING version`
      : `WITH changed AS (
           UPDATE drill_publication SET version = $3, state = $4, asked_result = $5, result = $6,
             asked_at = $7, asked_by = $8, asked_by_account = $9, approved_at = $10,
             approved_by = $11, withdrawn_at = $12, withdrawn_by = $13, withdrawn_reason = $14
           WHERE municipality_code = $1 AND drill_id = $2 AND version = $3 - 1 RETURNING version)
         SELECT version FROM changed`,
    values,
  );
  return rows.length > 0;
}

/** What anybody may see of a drill, by its id alone; null where it was never published. No person is in it. */
export async function findPublicDrill(
  database: Queryable,
  drillId: string,
): Promise<{
  readonly municipality: string;
  readonly result: PublicDrillResult;
  readonly approvedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
} | null> {
  const [row] = await database.query<{
    municipality: string;
    result: PublicDrillResult;
    approvedAt: Date;
    withdrawnAt: Date | null;
    withdrawnReason: string | null;
  }>(
    `SELECT m.name AS municipality, p.result, p.approved_at AS "approvedAt",
       p.withdrawn_at AS "withdrawnAt", p.withdrawn_reason AS "withdrawnReason"
     FROM drill_publication p JOIN municipality m ON m.code = p.municipality_code
     WHERE p.drill_id = $1 AND p.result IS NOT NULL`,
    [drillId],
  );
  return row ?? null;
}

/** Of each drill whose results anybody may see: the newest first. Withdrawn ones are not among them. */
export function listPublicDrills(database: Queryable): Promise<
  {
    readonly id: string;
    readonly municipality: string;
    readonly title: string;
    readonly date: string;
    readonly shelters: readonly string[];
    readonly approvedAt: Date;
  }[]
> {
  return database.query(
    `SELECT p.drill_id AS id, m.name AS municipality, p.result->>'title' AS title,
       p.result->>'date' AS date, p.approved_at AS "approvedAt",
       ARRAY(SELECT shelter->>'name' FROM jsonb_array_elements(p.result->'shelters') shelter) AS shelters
     FROM drill_publication p JOIN municipality m ON m.code = p.municipality_code
     WHERE p.result IS NOT NULL AND p.withdrawn_at IS NULL
     ORDER BY m.code, p.result->>'date' DESC, p.approved_at DESC, p.drill_id LIMIT 1000`,
  );
}

/** Names of everybody who is or was on the roster, to look for in texts: of the program's own transaction alone. */
export async function selectRosterNames(tx: Transaction, code: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT name FROM resident WHERE municipality_code = $1
     UNION SELECT name_kana FROM resident WHERE municipality_code = $1 AND name_kana IS NOT NULL`,
    [code],
  );
  return rows.map(({ name }) => name);
}
