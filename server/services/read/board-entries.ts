import type { ResidentRow } from '#contract/resident';
import { nextTask } from '#domain/plan/next-task';
import { type OnRoster, planOnRosterAlone } from '#domain/plan/plan-fact';
import { NO_RECORD, type PersonForPlan, type PlanRecord } from '#domain/plan/record';
import { mayDo, type PlanSetting } from '#domain/plan/setting';
import type { PlanTask } from '#domain/plan/step-names';
import type { PlanState } from '#domain/resident/facts';
import type { Actor } from '../../db/actor.ts';
import type { selectPlanBoard } from '../../db/queries/read/plan-board.ts';

/** Somebody who lives at home, and where the plan stands. */
export interface BoardEntry {
  readonly row: ResidentRow;
  readonly record: PlanRecord;
  /** A plan that the roster alone tells of. */
  readonly onRoster: OnRoster | null;
  /** null = nothing was recorded yet. */
  readonly since: Date | null;
  readonly next: PlanTask | null;
  readonly isMine: boolean;
}

export interface BoardEntries {
  readonly entries: readonly BoardEntry[];
  readonly setting: PlanSetting;
  readonly inFacility: number;
  /** People whom the actor sees, but whose plan it does not. */
  readonly hidden: number;
}

/** Whether a plan may be given is looked at when it is shared: what a plan waits for is the same. */
const AT_HOME: PersonForPlan = { isInFacility: false, isOnRoster: true, isConsentGiven: true };

export function boardEntries(
  rows: readonly ResidentRow[],
  /** What is known of each one's plan, by the place in `rows`. */
  facts: readonly (PlanState | null)[],
  { plans, seen }: Awaited<ReturnType<typeof selectPlanBoard>>,
  setting: PlanSetting,
  role: Actor['role'],
): BoardEntries {
  const records = new Map(plans.map((plan) => [plan.id, plan]));
  const visible = seen === null ? null : new Set(seen);
  const entries: BoardEntry[] = [];
  let [inFacility, hidden] = [0, 0];
  for (const [place, row] of rows.entries()) {
    if (visible !== null && !visible.has(row.id)) hidden += 1;
    else if (row.household === 'facility') inFacility += 1;
    else {
      const plan = records.get(row.id);
      const record = plan ?? NO_RECORD;
      const next = nextTask(record, setting, AT_HOME);
      const isMine = next !== null && mayDo(setting, role, next);
      const onRoster = planOnRosterAlone(record.stage, facts[place] ?? null);
      entries.push({ row, record, onRoster, since: plan?.stageSince ?? null, next, isMine });
    }
  }
  return { entries, setting, inFacility, hidden };
}
