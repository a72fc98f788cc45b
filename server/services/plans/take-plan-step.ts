import type { z } from 'zod';
import type { takeStepSchema } from '#contract/plan-work';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import { STEP_TABLE } from '#domain/plan/step-table';
import { takeStep } from '#domain/plan/steps';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActorFor } from '../../db/actor.ts';
import { keepMoved, type PlanSources } from './change-plan.ts';
import { readStanding } from './standing.ts';

/** Takes a step; whether ranking and lists know another thing of the person's plan now. */
export function takePlanStep(
  sources: PlanSources,
  code: string,
  residentId: string,
  { version, ...asked }: z.output<typeof takeStepSchema>,
): Promise<Result<{ readonly isFactMoved: boolean }>> {
  const { database, actor, now } = sources;
  return withActorFor(database, actor, code, residentId, async (tx) => {
    const standing = await readStanding(tx, code, residentId, true);
    if (standing === null) return failure(PROBLEMS.residentUnknown());
    const { plan, setting, person } = standing;
    if (plan.version !== version) return failure(PLAN_FAILURES.stale());
    const request = { ...asked, role: actor.role, by: actor.name, at: now.toISOString() };
    const taken = takeStep(plan, setting, person, request);
    if (!taken.ok) return taken;
    const { step, reason, reviewReason, endReason, said } = asked;
    const kept = await keepMoved(tx, sources, code, residentId, standing, {
      ...{ ...taken.value, task: step },
      words: {
        reason,
        reviewReasons: step === 'call-review' && reviewReason !== null ? [reviewReason] : [],
        endReason: step === 'end' ? endReason : null,
        said: STEP_TABLE[step].gives === undefined ? null : said,
      },
    });
    return kept === null ? failure(PLAN_FAILURES.stale()) : success(kept);
  });
}
