import type { PlanContent } from '#domain/plan/plan';
import type { PlanStage } from '#domain/plan/states';
import type { Transaction } from '../../database.ts';

export interface PlanContentRow {
  readonly residentId: string;
  readonly stage: PlanStage;
  readonly version: number;
  readonly savedAt: Date;
  readonly content: PlanContent;
}

/** What every plan says now that the actor sees; `shelterId`: of those alone that lead there first. */
export function selectPlanContents(
  tx: Transaction,
  code: string,
  shelterId: string | null = null,
): Promise<PlanContentRow[]> {
  return tx.query(
    `SELECT p.resident_id AS "residentId", p.stage, v.version, v.saved_at AS "savedAt", v.content
     FROM plan p JOIN plan_version v ON v.municipality_code = p.municipality_code
       AND v.resident_id = p.resident_id AND v.version = p.content_version
     WHERE p.municipality_code = $1
       AND ($2::text IS NULL OR v.content #>> '{destination,shelterId}' = $2)
     ORDER BY p.resident_id`,
    [code, shelterId],
  );
}
