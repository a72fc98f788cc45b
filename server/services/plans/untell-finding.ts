import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActorFor } from '../../db/actor.ts';
import { findBasis, storeFindings } from '../../db/queries/plan-reviews.ts';
import { listPlanEvents } from '../../db/queries/plans.ts';
import { keepMoved, type PlanSources } from './change-plan.ts';
import { readStanding } from './standing.ts';

/** As everything that stands in a history: in the language of the city. */
const UNDONE = '訓練の課題を取り消した';

/**
 * Takes back what `tellFinding` told. Where nothing else speaks for a review any more, the plan stands again
 * where it stood before it was called for; one that somebody confirmed or wrote meanwhile stays where it is.
 */
export function untellFinding(
  sources: PlanSources,
  code: string,
  residentId: string,
  told: { readonly what: string; readonly to: string },
): Promise<Result<null>> {
  const { database, actor } = sources;
  return withActorFor<Result<null>>(database, actor, code, residentId, async (tx) => {
    const standing = await readStanding(tx, code, residentId, true);
    if (standing === null) return failure(PROBLEMS.residentUnknown());
    const { plan } = standing;
    const kept = (await findBasis(tx, code, residentId))?.findings ?? [];
    const left = kept.filter(
      (one) => !(one.isTold && one.what.ja === told.what && one.to.ja === told.to),
    );
    await storeFindings(tx, code, residentId, left);
    const isOtherTold = left.some(({ reason }) => reason === 'drill-finding');
    if (plan.stage !== 'review-due' || isOtherTold) return success(null);
    const reviewReasons = plan.reviewReasons.filter((reason) => reason !== 'drill-finding');
    const called = (await listPlanEvents(tx, code, residentId)).find(
      ({ toStage, fromStage }) => toStage === 'review-due' && fromStage !== 'review-due',
    );
    const stage = reviewReasons.length === 0 ? (called?.fromStage ?? 'in-force') : plan.stage;
    const record = { ...plan, stage, reviewReasons };
    await keepMoved(tx, sources, code, residentId, standing, {
      ...{ record, fallen: [], task: 'call-review' },
      words: { reason: UNDONE, reviewReasons: [], endReason: null },
    });
    return success(null);
  });
}
