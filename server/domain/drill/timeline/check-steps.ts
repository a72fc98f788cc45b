import type { Problem } from '../../problem.ts';
import type { DrillStep } from '../drill.ts';
import { TIMELINE_FAILURES } from './timeline-failures.ts';

/** What is wrong with steps by themselves; null where they can be put in an order. */
export function checkSteps(steps: readonly DrillStep[]): Problem | null {
  const byId = new Map<string, DrillStep>();
  for (const step of steps) {
    if (byId.has(step.id)) return TIMELINE_FAILURES.sameId(step.id);
    byId.set(step.id, step);
    const { plannedMinutes } = step;
    if (plannedMinutes !== null && !(plannedMinutes >= 0 && Number.isFinite(plannedMinutes)))
      return TIMELINE_FAILURES.badMinutes(step);
  }
  for (const step of steps)
    for (const id of step.after) if (!byId.has(id)) return TIMELINE_FAILURES.unknownStep(step, id);
  const cycle = findCycle(steps, byId);
  return cycle === null ? null : TIMELINE_FAILURES.cycle(cycle);
}

/** Steps that wait for each other in a circle, each after the one before it; null where there are none. */
function findCycle(
  steps: readonly DrillStep[],
  byId: ReadonlyMap<string, DrillStep>,
): DrillStep[] | null {
  const left = new Set(steps.map(({ id }) => id));
  let isGoingOn = true;
  while (isGoingOn) {
    isGoingOn = false;
    for (const id of left)
      if (!byId.get(id)!.after.some((other) => left.has(other))) {
        left.delete(id);
        isGoingOn = true;
      }
  }
  const [first] = left;
  if (first === undefined) return null;
  // Everything left waits for something left: going back from anywhere comes round.
  const path: string[] = [];
  let id = first;
  while (!path.includes(id)) {
    path.push(id);
    id = byId.get(id)!.after.find((other) => left.has(other))!;
  }
  return path
    .slice(path.indexOf(id))
    .reverse()
    .map((one) => byId.get(one)!);
}
