import type { ReviewOutcome } from '#contract/plan-review';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import { callReview } from '#domain/plan/review/call';
import { mayDo } from '#domain/plan/setting';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActorFor } from '../../db/actor.ts';
import { findBasis, restoreBasis } from '../../db/queries/plan-reviews.ts';
import { keepMoved, type PlanSources } from './change-plan.ts';
import { readStanding } from './standing.ts';
import { takePlanStep } from './take-plan-step.ts';

interface AtVersion {
  readonly id: string;
  readonly version: number;
}
type Done = Result<unknown>;

/** Says of plans that they are still right; what is true now is what they rest on from here on. */
export function confirmReviews(
  sources: PlanSources,
  code: string,
  plans: readonly AtVersion[],
): Promise<ReviewOutcome> {
  const unsaid = { reason: null, reviewReason: null, endReason: null };
  return oneByOne(plans, ({ id, version }) =>
    takePlanStep(sources, code, id, { ...unsaid, version, step: 'confirm-still-right' }),
  );
}

/** Takes confirmations back, as long as nothing else became of the plans. */
export function undoConfirmations(
  sources: PlanSources,
  code: string,
  plans: readonly AtVersion[],
): Promise<ReviewOutcome> {
  return oneByOne(plans, ({ id, version }) => undoOne(sources, code, id, version));
}

async function oneByOne(
  plans: readonly AtVersion[],
  take: (plan: AtVersion) => Promise<Done>,
): Promise<ReviewOutcome> {
  const done: ReviewOutcome['done'] = [];
  const refused: ReviewOutcome['refused'] = [];
  for (const plan of plans) {
    const taken = await take(plan);
    if (taken.ok) done.push({ id: plan.id, version: plan.version + 1 });
    else {
      const { code, ja, en } = taken.problem;
      refused.push({ id: plan.id, code, message: { ja, en } });
    }
  }
  return { done, refused };
}

/** The step back is a call for a review with the reasons that stood there, and the former basis. */
function undoOne(
  sources: PlanSources,
  code: string,
  residentId: string,
  version: number,
): Promise<Done> {
  const { database, actor, now } = sources;
  return withActorFor<Done>(database, actor, code, residentId, async (tx) => {
    const standing = await readStanding(tx, code, residentId, true);
    if (standing === null) return failure(PROBLEMS.residentUnknown());
    const { plan, setting, person } = standing;
    // Whoever may confirm may take that back.
    if (!mayDo(setting, actor.role, 'confirm-still-right'))
      return failure(PLAN_FAILURES.notYours('confirm-still-right'));
    const kept = await findBasis(tx, code, residentId);
    const former = kept?.former ?? null;
    if (plan.version !== version || former === null || kept?.planVersion !== version)
      return failure(PLAN_FAILURES.stale());
    const { reviewReasons } = former;
    const called = callReview(plan, setting, person, reviewReasons, now.toISOString());
    if (!called.ok) return called;
    const moved = await keepMoved(tx, sources, code, residentId, standing, {
      ...{ record: called.value, fallen: [], task: 'call-review' },
      words: { reason: UNDONE, reviewReasons: [...reviewReasons], endReason: null },
    });
    if (moved === null) return failure(PLAN_FAILURES.stale());
    await restoreBasis(tx, code, residentId, version + 1);
    return success(null);
  });
}

const UNDONE = '「変わりがない」との確認を取り消した / Took back that it was checked';
