import type { z } from 'zod';
import type { PlanMerge, savePlanSchema } from '#contract/plan-work';
import { fallenApprovals } from '#domain/plan/approvals';
import { comparePlans } from '#domain/plan/compare';
import { fieldLabel } from '#domain/plan/field-words';
import { mergePlans } from '#domain/plan/merge';
import { mayWrite } from '#domain/plan/next-task';
import { outlineOf } from '#domain/plan/outline';
import type { PlanContent } from '#domain/plan/plan';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import { isSame } from '#domain/plan/same';
import { mayDo } from '#domain/plan/setting';
import { afterWriting } from '#domain/plan/stage-of';
import { failure, PROBLEMS, type Problem, type Result } from '#domain/problem';
import { withActorFor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { findPlanVersion, insertPlanVersion } from '../../db/queries/plans.ts';
import { keepMoved, type PlanSources } from './change-plan.ts';
import { type PlanStanding, readStanding } from './standing.ts';

export type Saved =
  | { readonly kind: 'saved'; readonly isFactMoved: boolean }
  /** Somebody else saved since: both edits together, and nothing stored. */
  | { readonly kind: 'merge'; readonly merge: PlanMerge }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Saves the content as a new version. A save that changes nothing is none. */
export function savePlan(
  sources: PlanSources,
  code: string,
  residentId: string,
  { contentVersion, content, note }: z.output<typeof savePlanSchema>,
): Promise<Saved> {
  const { database, actor, now } = sources;
  const problem = ({ problem: said }: Extract<Result<never>, { ok: false }>): Saved => ({
    kind: 'problem',
    problem: said,
  });
  return withActorFor<Saved>(database, actor, code, residentId, async (tx) => {
    const standing = await readStanding(tx, code, residentId, true);
    if (standing === null) return problem(failure(PROBLEMS.residentUnknown()));
    const { plan, setting } = standing;
    if (!mayDo(setting, actor.role, 'write'))
      return problem(failure(PLAN_FAILURES.notYoursToWrite()));
    if (!mayWrite(plan, setting, actor.role))
      return problem(failure(PLAN_FAILURES.notWritable(plan.stage)));
    const isKept = plan.contentVersion > 0;
    if (isKept && isSame(standing.content, content)) return { kind: 'saved', isFactMoved: false };
    if (contentVersion !== plan.contentVersion) {
      const merge = await mergeWith(tx, code, residentId, standing, contentVersion, content);
      return merge === null
        ? problem(failure(PLAN_FAILURES.versionUnknown()))
        : { kind: 'merge', merge };
    }
    const fallen = fallenApprovals(plan.approvals, standing.content, content);
    const record = afterWriting(plan, setting, outlineOf(content), fallen);
    await insertPlanVersion(tx, code, residentId, {
      ...{ version: record.contentVersion, content, note, at: now, by: actor.name },
    });
    const kept = await keepMoved(tx, sources, code, residentId, standing, {
      ...{ record, fallen, task: 'write' },
      words: { reason: note, reviewReasons: [], endReason: null },
    });
    // The row is locked: nobody else can have been quicker.
    return { kind: 'saved', isFactMoved: kept?.isFactMoved === true };
  });
}

async function mergeWith(
  tx: Transaction,
  code: string,
  residentId: string,
  { plan, content: theirs, first }: PlanStanding,
  baseVersion: number,
  mine: PlanContent,
): Promise<PlanMerge | null> {
  const newest = await findPlanVersion(tx, code, residentId, plan.contentVersion);
  const base =
    baseVersion === 0 ? first : (await findPlanVersion(tx, code, residentId, baseVersion))?.content;
  if (base === undefined || newest === null) return null;
  const { merged, collisions } = mergePlans(base, theirs, mine);
  return {
    contentVersion: plan.contentVersion,
    savedBy: newest.by,
    savedAt: newest.at.toISOString(),
    merged: merged as PlanMerge['merged'],
    collisions: collisions.map((one) => ({
      ...one,
      label: fieldLabel(one.path, base, theirs, mine),
      // A row that is not there is null on the wire.
      ...{ base: one.base ?? null, theirs: one.theirs ?? null, mine: one.mine ?? null },
    })),
    theirChanges: comparePlans(base, theirs).map(({ path, label, before, after }) => ({
      ...{ path, label, before, after },
    })),
  };
}
