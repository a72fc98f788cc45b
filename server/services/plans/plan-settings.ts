import type { z } from 'zod';
import type { PlanSettingsView, planSettingsSchema } from '#contract/plan-work';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import { misgivenTasks, PLAN_ROLES, type PlanSetting, settingOf } from '#domain/plan/setting';
import { PLAN_STEP_LABELS, PLAN_TASKS, type PlanTask } from '#domain/plan/step-names';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { raiseDataVersions } from '../../db/queries/data-versions.ts';
import { findPlanSetting, storePlanSetting } from '../../db/queries/plan-settings.ts';
import type { PlanSources } from './change-plan.ts';

type Sources = Pick<PlanSources, 'database' | 'actor'>;

const WRITE = { ja: '計画を書く', en: 'Write the plan' };
const labelOf = (task: PlanTask) => (task === 'write' ? WRITE : PLAN_STEP_LABELS[task]);

/** Who does which step in the city; version 0 = as it comes. */
export async function readPlanSettings(
  { database, actor }: Sources,
  code: string,
): Promise<PlanSettingsView> {
  const stored = await withActor(database, actor, code, (tx) => findPlanSetting(tx, code));
  const setting = settingOf(stored?.setting);
  return {
    version: stored?.version ?? 0,
    tasks: PLAN_TASKS.map((task) => {
      const { party, roles } = setting.tasks[task];
      return { task, party, roles: [...roles] };
    }),
    asked: [...setting.asked],
    reviewMonths: setting.reviewMonths,
    changedAt: stored?.changedAt.toISOString() ?? null,
    changedBy: stored?.changedBy ?? null,
    labels: PLAN_TASKS.map((task) => ({ task, label: labelOf(task) })),
    allowedRoles: [...PLAN_ROLES],
  };
}

/** What was approved stays approved: what a city asks for from now on holds for what is not yet in force. */
export async function savePlanSettings(
  sources: Sources,
  code: string,
  { version, tasks, asked, reviewMonths }: z.output<typeof planSettingsSchema>,
): Promise<Result<PlanSettingsView>> {
  const { database, actor } = sources;
  const setting: PlanSetting = {
    tasks: Object.fromEntries(
      tasks.map(({ task, party, roles }) => [task, { party, roles }]),
    ) as unknown as PlanSetting['tasks'],
    asked: [...new Set(asked)],
    reviewMonths,
  };
  const misgiven = misgivenTasks(setting);
  if (misgiven.length > 0) return failure(PLAN_FAILURES.settingMisgiven(misgiven.map(labelOf)));
  const isStored = await withActor(database, actor, code, async (tx) => {
    if (!(await storePlanSetting(tx, code, { version, setting }, actor.name))) return false;
    await raiseDataVersions(tx, code, ['plan-settings']);
    return true;
  });
  if (!isStored) return failure(PLAN_FAILURES.settingStale());
  return success(await readPlanSettings(sources, code));
}
