import type { Problem } from '../../problem.ts';
import { type DrillManual, type DrillStep, stepsOf } from '../drill.ts';
import { type DrillScenario, minuteOfLevel } from '../scenario.ts';
import { pickUpStep, type TourSpan, withTourMinutes } from '../tours/tour-span.ts';
import { checkSteps } from './check-steps.ts';
import { scheduleTasks, type Task } from './schedule.ts';
import { type PlannedStep, slackOf } from './slack.ts';
import { TIMELINE_FAILURES } from './timeline-failures.ts';

/** The planned time line. Minutes are counted from the start of the drill. */
export interface Timeline {
  /** In the order of the manual. */
  readonly steps: readonly PlannedStep[];
  readonly phases: readonly {
    readonly phaseId: string;
    /** null where the phase has no step. */
    readonly startMinute: number | null;
    readonly endMinute: number | null;
  }[];
  readonly endMinute: number;
  /** Steps one after the other that fix the end: any of them later, and all of it ends later. */
  readonly criticalPath: readonly string[];
  /** Steps of which nobody said how long they take. They are counted as no time: the end is the earliest. */
  readonly unknownSteps: readonly string[];
  /** false: another order of the steps might end sooner. */
  readonly isShortest: boolean;
}

export type TimelineResult =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Plans when each step begins, by what waits for what, by the levels of the scenario and by who is there.
 *
 * @param tours joint tours that were planned: the pick-ups begin with them and take as long as they do
 */
export function planTimeline(
  written: Pick<DrillManual, 'roles' | 'phases'>,
  scenario: DrillScenario,
  tours: TourSpan | null = null,
): TimelineResult {
  const manual = withTourMinutes(written, tours);
  const pickUpsId = tours === null ? null : (pickUpStep(manual)?.id ?? null);
  const steps = stepsOf(manual);
  const wrong = checkSteps(steps);
  if (wrong !== null) return { ok: false, problem: wrong };
  const staff = staffOf(manual, scenario);
  const undone = steps.filter(({ roleId }) => (staff.get(roleId) ?? 0) < 1);
  if (undone.length > 0) return { ok: false, problem: TIMELINE_FAILURES.nobody(undone) };
  const roleIds = [...staff.keys()];
  const numbers = new Map(steps.map(({ id }, number) => [id, number]));
  const tasks: Task[] = [];
  for (const step of steps) {
    const notBefore = step.fromLevel === null ? 0 : minuteOfLevel(scenario, step.fromLevel);
    if (notBefore === null)
      return { ok: false, problem: TIMELINE_FAILURES.levelNeverReached(step, step.fromLevel!) };
    tasks.push({
      minutes: step.plannedMinutes ?? 0,
      role: roleIds.indexOf(step.roleId),
      after: step.after.map((id) => numbers.get(id)!),
      notBefore: Math.max(0, notBefore, step.id === pickUpsId ? tours!.startMinute : 0),
    });
  }
  const people = [...staff.values()];
  const schedule = scheduleTasks(tasks, people);
  const { planned, criticalPath } = slackOf(steps, tasks, schedule, people);
  return {
    ok: true,
    timeline: {
      steps: planned,
      phases: manual.phases.map(({ id, steps: own }) => ({ phaseId: id, ...spanOf(own, planned) })),
      endMinute: schedule.endMinute,
      criticalPath,
      unknownSteps: steps.filter((step) => step.plannedMinutes === null).map(({ id }) => id),
      isShortest: schedule.isShortest,
    },
  };
}

/** How many of each role are there, less those whom the scenario lets stay away. */
function staffOf(
  { roles }: Pick<DrillManual, 'roles'>,
  { shortfalls }: DrillScenario,
): Map<string, number> {
  const missing = (roleId: string) =>
    shortfalls.filter((one) => one.roleId === roleId).reduce((sum, one) => sum + one.missing, 0);
  return new Map(roles.map(({ id, staff }) => [id, Math.max(0, staff - missing(id))]));
}

function spanOf(own: readonly DrillStep[], planned: readonly PlannedStep[]) {
  const ids = new Set(own.map(({ id }) => id));
  const within = planned.filter(({ stepId }) => ids.has(stepId));
  if (within.length === 0) return { startMinute: null, endMinute: null };
  return {
    startMinute: Math.min(...within.map((step) => step.startMinute)),
    endMinute: Math.max(...within.map((step) => step.endMinute)),
  };
}
