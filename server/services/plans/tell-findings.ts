import { callReview } from '#domain/plan/review/call';
import type { ReviewFinding } from '#domain/plan/review/finding';
import type { KeptFinding } from '#domain/plan/review/kept-findings';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActorFor } from '../../db/actor.ts';
import { findBasis, storeFindings } from '../../db/queries/plan-reviews.ts';
import { keepMoved, type PlanSources } from './change-plan.ts';
import { readStanding } from './standing.ts';

/**
 * Calls for a review of a plan with what somebody found out, as in a drill, where the finding stands until
 * a person looked at it. `actor` needs no role of the plan's own: it is what somebody found, not a step
 * that the city gave them.
 */
export function tellFinding(
  sources: PlanSources,
  code: string,
  residentId: string,
  told: Omit<ReviewFinding, 'reason'>,
): Promise<Result<null>> {
  const { database, actor, now } = sources;
  return withActorFor<Result<null>>(database, actor, code, residentId, async (tx) => {
    const standing = await readStanding(tx, code, residentId, true);
    if (standing === null) return failure(PROBLEMS.residentUnknown());
    const { plan, setting, person } = standing;
    const at = now.toISOString();
    const called = callReview(plan, setting, person, ['drill-finding'], at);
    if (!called.ok) return called;
    const finding: KeptFinding = {
      ...{ ...told, reason: 'drill-finding', since: at, isOver: false, isTold: true },
    };
    const kept = await findBasis(tx, code, residentId);
    const isKnown = kept?.findings.some(
      (one) => one.isTold && one.what.ja === told.what.ja && one.to.ja === told.to.ja,
    );
    // The same thing is not told twice.
    if (isKnown) return success(null);
    await keepMoved(tx, sources, code, residentId, standing, {
      ...{ record: called.value, fallen: [], task: 'call-review' },
      words: { reason: told.to.ja, reviewReasons: ['drill-finding'], endReason: null },
    });
    await storeFindings(tx, code, residentId, [...(kept?.findings ?? []), finding]);
    return success(null);
  });
}
