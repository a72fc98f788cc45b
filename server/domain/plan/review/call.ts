import { failure, type Result, success } from '../../problem.ts';
import type { PersonForPlan, PlanRecord } from '../record.ts';
import type { PlanSetting } from '../setting.ts';
import type { ReviewReason } from '../states.ts';
import { takeStep } from '../steps.ts';

/** Calls for a review with several reasons at once: the step of the table, once for each of them. */
export function callReview(
  record: PlanRecord,
  setting: PlanSetting,
  person: PersonForPlan,
  reasons: readonly ReviewReason[],
  at: string,
): Result<PlanRecord> {
  let called = record;
  for (const reviewReason of reasons) {
    const taken = takeStep(called, setting, person, {
      ...{ step: 'call-review', role: 'system', by: '', at, reason: null },
      ...{ reviewReason, endReason: null },
    });
    if (!taken.ok) return failure(taken.problem);
    called = taken.value.record;
  }
  return success(called);
}
