import type { KeptFinding } from '#domain/plan/review/kept-findings';
import type { ReviewReason } from '#domain/plan/states';
import type { Transaction } from '../../database.ts';

export interface PlanReviewRow {
  readonly id: string;
  readonly version: number;
  readonly findings: readonly KeptFinding[] | null;
  readonly confirmedOn: string | null;
  readonly confirmedBy: string | null;
  /** By people; what the program calls for stands in the findings. */
  readonly calls: readonly {
    readonly at: string;
    readonly by: string;
    readonly reasons: readonly ReviewReason[];
    readonly note: string | null;
  }[];
}

/** Why plans wait to be reviewed, as far as the actor sees them. */
export function selectPlanReviews(
  tx: Transaction,
  code: string,
  ids: readonly string[],
): Promise<PlanReviewRow[]> {
  return tx.query(
    `SELECT p.resident_id AS id, p.version, b.findings, b.confirmed_on::text AS "confirmedOn",
       b.confirmed_by AS "confirmedBy",
       (SELECT coalesce(json_agg(json_build_object('at', e.happened_at, 'by', e.done_by,
            'reasons', e.review_reasons, 'note', e.reason) ORDER BY e.version), '[]')
        FROM plan_event e
        WHERE e.municipality_code = $1 AND e.resident_id = p.resident_id
          AND e.task = 'call-review' AND e.role <> 'system'
          AND e.happened_at >= p.stage_since) AS calls
     FROM plan p
     LEFT JOIN plan_basis b
       ON b.municipality_code = p.municipality_code AND b.resident_id = p.resident_id
     WHERE p.municipality_code = $1 AND p.resident_id = ANY ($2::uuid[])
       AND p.stage = 'review-due'`,
    [code, ids],
  );
}
