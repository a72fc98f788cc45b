import type { Transaction } from '../../database.ts';
import type { StoredPlan } from '../plans.ts';

export type PlanBoardRow = Omit<StoredPlan, 'id' | 'version' | 'fact'> & { readonly id: string };

/** Where every plan stands that the actor sees, and whose plans it may see at all (null = everybody's). */
export async function selectPlanBoard(
  tx: Transaction,
  code: string,
): Promise<{ readonly plans: PlanBoardRow[]; readonly seen: readonly string[] | null }> {
  const plans = await tx.query<PlanBoardRow>(
    `SELECT resident_id AS id, stage, stage_since AS "stageSince",
       content_version AS "contentVersion", outline, approvals, review_reasons AS "reviewReasons",
       end_reason AS "endReason"
     FROM plan WHERE municipality_code = $1`,
    [code],
  );
  const [row] = await tx.query<{ seen: string[] | null }>(
    `SELECT CASE WHEN access.masked() THEN '{}'::uuid[]
       WHEN NOT access.everyone() THEN ARRAY(SELECT access.plans()) END AS seen`,
  );
  return { plans, seen: row?.seen ?? null };
}
