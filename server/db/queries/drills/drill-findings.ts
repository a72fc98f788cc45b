import type { Finding } from '#domain/drill/evaluate/finding';
import type { Transaction } from '../../database.ts';
import type { CarriedOut } from '../../entities/drill-after.ts';

export interface FindingRecord {
  readonly id: string;
  readonly version: number;
  readonly finding: Omit<Finding, 'id' | 'doneDate'>;
  readonly doneOn: string | null;
  readonly carriedOut: CarriedOut | null;
  readonly removedAt: Date | null;
  readonly savedAt: Date;
  readonly savedBy: string;
  /** Of `plans`: those whom the actor sees, and how many there are in all. */
  readonly residentIds: string[];
  readonly planCount: number;
}

/** In the order in which they were written down. */
export function listFindings(
  tx: Transaction,
  code: string,
  drillId: string,
): Promise<FindingRecord[]> {
  return tx.query(
    `SELECT f.id, f.version, f.finding, f.done_on AS "doneOn", f.carried_out AS "carriedOut",
       f.removed_at AS "removedAt", f.saved_at AS "savedAt", f.saved_by AS "savedBy",
       ARRAY(SELECT p.resident_id::text FROM drill_finding_plan p
         WHERE p.municipality_code = f.municipality_code AND p.drill_id = f.drill_id
           AND p.finding_id = f.id AND NOT p.is_out ORDER BY 1) AS "residentIds",
       coalesce(c.plans, 0) AS "planCount"
     FROM drill_finding f LEFT JOIN access.finding_plans($2) c ON c.finding_id = f.id
     WHERE f.municipality_code = $1 AND f.drill_id = $2 ORDER BY f.ordinal, f.id`,
    [code, drillId],
  );
}

export interface FindingSave {
  readonly id: string;
  readonly version: number;
  readonly finding: Omit<Finding, 'id' | 'doneDate'>;
  readonly doneOn: string | null;
  readonly carriedOut: CarriedOut | null;
  readonly removedAt: Date | null;
  readonly at: Date;
  readonly by: string;
}

/** False where another version stands there already. */
export async function storeFinding(
  tx: Transaction,
  code: string,
  drillId: string,
  save: FindingSave,
): Promise<boolean> {
  const { id, version, finding, doneOn, carriedOut, removedAt, at, by } = save;
  const values = [
    ...[code, drillId, id, version, JSON.stringify(finding), doneOn],
    ...[carriedOut === null ? null : JSON.stringify(carriedOut), removedAt, at, by],
  ];
  const rows = await tx.query(
    version === 1
      ? `INSERT INTO drill_finding (municipality_code, drill_id, id, version, finding, done_on,
           carried_out, removed_at, saved_at, saved_by, ordinal)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(max(ordinal), 0) + 1
         FROM drill_finding WHERE municipality_code = $1 AND drill_id = $2 RETURNING id`
      : `WITH changed AS (
           UPDATE drill_finding SET version = $4, finding = $5, done_on = $6, carried_out = $7,
             removed_at = $8, saved_at = $9, saved_by = $10
           WHERE municipality_code = $1 AND drill_id = $2 AND id = $3 AND version = $4 - 1
           RETURNING id)
         SELECT id FROM changed`,
    values,
  );
  return rows.length > 0;
}

/**
 * Marks a finding as carried out, or as not, without a new version; false where another version stands there or it
 * is marked so already: of two who carry it out at once one alone does.
 */
export async function markCarriedOut(
  tx: Transaction,
  code: string,
  drillId: string,
  { id, version }: Pick<FindingSave, 'id' | 'version'>,
  carriedOut: CarriedOut | null,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE drill_finding SET carried_out = $5
       WHERE municipality_code = $1 AND drill_id = $2 AND id = $3 AND version = $4
         AND (carried_out IS NULL) <> ($5::jsonb IS NULL) RETURNING id)
     SELECT id FROM changed`,
    [code, drillId, id, version, carriedOut === null ? null : JSON.stringify(carriedOut)],
  );
  return rows.length > 0;
}

/** What came of it, by whoever marked it before. */
export async function storeCarriedOut(
  tx: Transaction,
  code: string,
  drillId: string,
  { id, carriedOut, at, by }: Pick<FindingSave, 'id' | 'carriedOut' | 'at' | 'by'>,
): Promise<void> {
  await tx.query(
    `UPDATE drill_finding SET version = version + 1, carried_out = $4, saved_at = $5, saved_by = $6
     WHERE municipality_code = $1 AND drill_id = $2 AND id = $3`,
    [code, drillId, id, carriedOut === null ? null : JSON.stringify(carriedOut), at, by],
  );
}

/** Whose plans it sends to review; `out`: those who are taken out of it, null = everybody who was in it. */
export async function storeFindingPlans(
  tx: Transaction,
  code: string,
  drillId: string,
  findingId: string,
  changed: { readonly out: readonly string[] | null; readonly in: readonly string[] },
): Promise<void> {
  const key = [code, drillId, findingId];
  await tx.query(
    `UPDATE drill_finding_plan SET is_out = true
     WHERE municipality_code = $1 AND drill_id = $2 AND finding_id = $3
       AND ($4::uuid[] IS NULL OR resident_id = ANY ($4::uuid[]))`,
    [...key, changed.out],
  );
  await tx.query(
    `INSERT INTO drill_finding_plan (municipality_code, drill_id, finding_id, resident_id)
     SELECT $1, $2, $3, unnest($4::uuid[])
     ON CONFLICT (municipality_code, drill_id, finding_id, resident_id) DO UPDATE
       SET is_out = false`,
    [...key, changed.in],
  );
}
