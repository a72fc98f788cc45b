import type { PlanComparison, PlanVersionOnWire, PlanView } from '#contract/plan-work';
import { comparePlans } from '#domain/plan/compare';
import { MISSING } from '#domain/plan/missing';
import { mayWrite, nextTask, stepsOf } from '#domain/plan/next-task';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import { isApprovalAsked } from '#domain/plan/record';
import { REVIEW_REASON_LABELS } from '#domain/plan/review-labels';
import { PLAN_STAGE_LABELS } from '#domain/plan/states';
import {
  APPROVAL_LABELS,
  APPROVALS,
  PARTY_LABELS,
  PLAN_STEP_LABELS,
  type PlanTask,
} from '#domain/plan/step-names';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActor, withActorFor } from '../../db/actor.ts';
import { selectMergedPlans } from '../../db/queries/duplicates.ts';
import {
  findPlanPerson,
  findPlanVersion,
  listPlanEvents,
  listPlanVersions,
  type PlanEventRecord,
  type VersionHead,
} from '../../db/queries/plans.ts';
import type { PlanSources } from './change-plan.ts';
import { readStanding } from './standing.ts';

type Reading = Pick<PlanSources, 'database' | 'actor'>;

/** Whose plan a paper names; null where the actor sees no such plan. */
export function findPlanOfPaper(
  { database, actor }: Reading,
  code: string,
  planId: string,
): Promise<string | null> {
  return withActor(database, actor, code, (tx) => findPlanPerson(tx, code, planId));
}

/** One person's plan as the actor sees it; null where it sees none. */
export function readPlan(
  { database, actor }: Reading,
  code: string,
  residentId: string,
): Promise<PlanView | null> {
  return withActorFor(database, actor, code, residentId, async (tx) => {
    const standing = await readStanding(tx, code, residentId);
    if (standing === null) return null;
    const { plan, setting, person, content } = standing;
    const events = await listPlanEvents(tx, code, residentId);
    const versions = await listPlanVersions(tx, code, residentId);
    const merged = await selectMergedPlans(tx, code, residentId);
    return {
      residentId,
      planId: plan.id,
      mergedPlans: merged.others.map((other) => ({
        ...other,
        stageLabel: PLAN_STAGE_LABELS[other.stage],
      })),
      mergedInto: person.isOnRoster ? null : merged.into,
      stage: plan.stage,
      stageLabel: PLAN_STAGE_LABELS[plan.stage],
      stageSince: plan.version === 0 ? null : plan.stageSince.toISOString(),
      version: plan.version,
      contentVersion: plan.contentVersion,
      content: content as PlanView['content'],
      isPrefilled: plan.contentVersion === 0,
      reviewReasons: plan.reviewReasons.map((reason) => ({
        ...{ reason, label: REVIEW_REASON_LABELS[reason] },
      })),
      endReason: plan.endReason,
      approvals: APPROVALS.map((kind) => ({
        kind,
        label: APPROVAL_LABELS[kind],
        isAsked: isApprovalAsked(kind, setting, plan.outline),
        given: plan.approvals[kind],
      })),
      next: nextTask(plan, setting, person),
      steps: stepsOf(plan, setting, person, actor.role).map(({ missing, ...step }) => ({
        ...{ ...step, roles: [...step.roles] },
        label: PLAN_STEP_LABELS[step.step],
        partyLabel: PARTY_LABELS[step.party],
        missing: missing.map((one) => ({ code: one, message: MISSING[one] })),
      })),
      mayWrite: mayWrite(plan, setting, actor.role),
      events: events.map(eventView),
      versions: versions.map(headView),
      isInFacility: person.isInFacility,
    };
  });
}

const WRITTEN = { ja: '内容を保存した', en: 'Saved what it says' };
const taskLabel = (task: PlanTask) => (task === 'write' ? WRITTEN : PLAN_STEP_LABELS[task]);

function eventView(event: PlanEventRecord): PlanView['events'][number] {
  return {
    id: String(event.version),
    task: event.task,
    label: taskLabel(event.task),
    from: event.fromStage,
    to: event.toStage,
    at: event.happenedAt.toISOString(),
    by: event.doneBy,
    role: event.role,
    reason: event.reason,
    reviewReasons: event.reviewReasons,
    endReason: event.endReason,
    said: event.said ?? null,
    fallen: event.fallen.map(({ approval, why }) => ({ approval, why: { ...why } })),
    version: event.contentVersion,
  };
}

const headView = ({ version, at, by, note }: VersionHead) => ({
  ...{ version, at: at.toISOString(), by, note },
});

export function readPlanVersion(
  { database, actor }: Reading,
  code: string,
  residentId: string,
  version: number,
): Promise<Result<PlanVersionOnWire>> {
  return withActorFor(database, actor, code, residentId, async (tx) => {
    if ((await readStanding(tx, code, residentId)) === null)
      return failure(PROBLEMS.residentUnknown());
    const found = await findPlanVersion(tx, code, residentId, version);
    if (found === null) return failure(PLAN_FAILURES.versionUnknown());
    const content = found.content as PlanVersionOnWire['content'];
    return success({ ...headView(found), content });
  });
}

/** Two versions side by side; 0 is what the roster knew before anybody wrote. */
export function comparePlanVersions(
  { database, actor }: Reading,
  code: string,
  residentId: string,
  from: number,
  to: number,
): Promise<Result<PlanComparison>> {
  return withActorFor(database, actor, code, residentId, async (tx) => {
    const standing = await readStanding(tx, code, residentId);
    if (standing === null) return failure(PROBLEMS.residentUnknown());
    const find = async (version: number) =>
      version === 0
        ? { ...{ version: 0, at: new Date(0), by: '', note: null }, content: standing.first }
        : findPlanVersion(tx, code, residentId, version);
    const [one, other] = [await find(from), await find(to)];
    if (one === null || other === null) return failure(PLAN_FAILURES.versionUnknown());
    return success({
      from: headView(one),
      to: headView(other),
      changes: comparePlans(one.content, other.content),
    });
  });
}
