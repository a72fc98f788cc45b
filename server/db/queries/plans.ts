import type { PlanContent } from '#domain/plan/plan';
import type { PlanRecord, SaidByOther } from '#domain/plan/record';
import type { PlanState } from '#domain/resident/facts';
import type { Transaction } from '../database.ts';
import type { PlanEventRow } from '../entities/plan.ts';

export interface StoredPlan extends PlanRecord {
  /** Of the plan, as it stands on paper; null where nothing is recorded yet. */
  readonly id: string | null;
  /** Of the record: moves with every save and every step. */
  readonly version: number;
  readonly stageSince: Date;
  readonly fact: PlanState | null;
}

const COLUMNS = `id, version, stage, stage_since AS "stageSince", content_version AS "contentVersion",
  outline, approvals, review_reasons AS "reviewReasons", end_reason AS "endReason", fact`;

/** Null where nothing was recorded, or the actor sees no such plan. With `lock` nobody changes it meanwhile. */
export async function findPlan(
  tx: Transaction,
  code: string,
  residentId: string,
  lock = false,
): Promise<StoredPlan | null> {
  const [row] = await tx.query<StoredPlan>(
    `SELECT ${COLUMNS} FROM plan WHERE municipality_code = $1 AND resident_id = $2
     ${lock ? 'FOR UPDATE' : ''}`,
    [code, residentId],
  );
  return row ?? null;
}

/**
 * Whose plan it is, by its id on paper; null where the actor sees no such plan. Papers of former versions hold the
 * id of the person's record.
 */
export async function findPlanPerson(
  tx: Transaction,
  code: string,
  planId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ residentId: string }>(
    `SELECT resident_id AS "residentId" FROM plan
     WHERE municipality_code = $1 AND (id = $2 OR resident_id = $2) ORDER BY id = $2 DESC LIMIT 1`,
    [code, planId],
  );
  return row?.residentId ?? null;
}

export interface PlanChange {
  readonly record: PlanRecord;
  /** The version that was read, 0 for none. */
  readonly basedOn: number;
  readonly stageSince: Date;
  readonly at: Date;
  readonly by: string;
}

/** The fact that came of it; null where another version stands than the one that was read. */
export async function storePlan(
  tx: Transaction,
  code: string,
  residentId: string,
  { record, basedOn, stageSince, at, by }: PlanChange,
): Promise<{ readonly fact: PlanState | null } | null> {
  const values = [
    code,
    residentId,
    record.stage,
    stageSince,
    record.contentVersion,
    JSON.stringify(record.outline),
    JSON.stringify(record.approvals),
    record.reviewReasons,
    record.endReason,
    at,
    by,
  ];
  const rows =
    basedOn === 0
      ? await tx.query<{ fact: PlanState | null }>(
          `INSERT INTO plan (municipality_code, resident_id, version, stage, stage_since,
             content_version, outline, approvals, review_reasons, end_reason, updated_at, updated_by)
           VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11)
           ON CONFLICT DO NOTHING RETURNING fact`,
          values,
        )
      : await tx.query<{ fact: PlanState | null }>(
          `WITH changed AS (
             UPDATE plan SET version = version + 1, stage = $3, stage_since = $4,
               content_version = $5, outline = $6, approvals = $7, review_reasons = $8,
               end_reason = $9, updated_at = $10, updated_by = $11
             WHERE municipality_code = $1 AND resident_id = $2 AND version = $12
             RETURNING fact)
           SELECT fact FROM changed`,
          [...values, basedOn],
        );
  return rows[0] ?? null;
}

export interface VersionHead {
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly note: string | null;
}
const HEAD = 'version, saved_at AS at, saved_by AS by, note';

/** The newest first. */
export function listPlanVersions(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<VersionHead[]> {
  return tx.query(
    `SELECT ${HEAD} FROM plan_version WHERE municipality_code = $1 AND resident_id = $2
     ORDER BY version DESC LIMIT 500`,
    [code, residentId],
  );
}

export async function findPlanVersion(
  tx: Transaction,
  code: string,
  residentId: string,
  version: number,
): Promise<(VersionHead & { readonly content: PlanContent }) | null> {
  const [row] = await tx.query<VersionHead & { readonly content: PlanContent }>(
    `SELECT ${HEAD}, content FROM plan_version
     WHERE municipality_code = $1 AND resident_id = $2 AND version = $3`,
    [code, residentId, version],
  );
  return row ?? null;
}

export async function insertPlanVersion(
  tx: Transaction,
  code: string,
  residentId: string,
  { version, content, note, at, by }: VersionHead & { readonly content: PlanContent },
): Promise<void> {
  await tx.query(
    `INSERT INTO plan_version (municipality_code, resident_id, version, content, note, saved_at, saved_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, residentId, version, JSON.stringify(content), note, at, by],
  );
}

export type PlanEventRecord = Omit<
  PlanEventRow,
  'municipalityCode' | 'residentId' | 'saidBy' | 'saidOn'
> & {
  /** Whose word was written down, where it was not that of `doneBy`. */
  readonly said?: SaidByOther | null | undefined;
};

/** The newest first. */
export function listPlanEvents(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<PlanEventRecord[]> {
  return tx.query(
    `SELECT version, task, from_stage AS "fromStage", to_stage AS "toStage",
       content_version AS "contentVersion", reason, review_reasons AS "reviewReasons",
       end_reason AS "endReason", fallen,
       CASE WHEN said_by IS NOT NULL
         THEN json_build_object('by', said_by, 'on', to_char(said_on, 'YYYY-MM-DD')) END AS said,
       happened_at AS "happenedAt", done_by AS "doneBy", role,
       account
     FROM plan_event WHERE municipality_code = $1 AND resident_id = $2
     ORDER BY version DESC LIMIT 500`,
    [code, residentId],
  );
}

export async function insertPlanEvent(
  tx: Transaction,
  code: string,
  residentId: string,
  event: PlanEventRecord,
): Promise<void> {
  await tx.query(
    `INSERT INTO plan_event (municipality_code, resident_id, version, task, from_stage, to_stage,
       content_version, reason, review_reasons, end_reason, fallen, happened_at, done_by, role, account,
       said_by, said_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      code,
      residentId,
      event.version,
      event.task,
      event.fromStage,
      event.toStage,
      event.contentVersion,
      event.reason,
      event.reviewReasons,
      event.endReason,
      JSON.stringify(event.fallen),
      event.happenedAt,
      event.doneBy,
      event.role,
      event.account,
      event.said?.by ?? null,
      event.said?.on ?? null,
    ],
  );
}

/** Moves what facilities the plan is given to; whether that changed anything. */
export async function nameShelters(
  tx: Transaction,
  residentId: string,
  named: readonly string[],
  noLonger: readonly string[],
): Promise<boolean> {
  const [row] = await tx.query<{ moved: boolean }>(
    'SELECT access.name_shelters($1, $2, $3) AS moved',
    [residentId, named, noLonger],
  );
  return row?.moved === true;
}
