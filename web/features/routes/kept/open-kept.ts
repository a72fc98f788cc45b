import type { ClosureScenario } from '#contract/closure-scenario';
import { hasClosures, type RoutePlan } from '../route-plan.ts';
import { changePlan } from '../use-plan.ts';

/** The closures of a kept set, as the plan takes them; roads that are not there any more are left out. */
function closuresIn({
  roads,
  closedPhenomena,
  closedArea,
}: ClosureScenario): Pick<RoutePlan, 'closedRoads' | 'closedPhenomena' | 'closedArea'> {
  const closedRoads = [...new Set(roads.flatMap(({ roadId }) => roadId ?? []))];
  return { closedRoads, closedPhenomena, closedArea };
}

/** Closes what a kept set closes, in place of what was closed. */
export function openKept(scenario: ClosureScenario): void {
  changePlan({ ...closuresIn(scenario), kept: { open: scenario.id, against: null } });
}

/** Closes what the set closes that a link named; what it is compared with stays. */
export function fillIn(scenario: ClosureScenario): void {
  changePlan(closuresIn(scenario), 'replace');
}

/** Whether the plan closes something else than the set that is open. */
export function isChanged(plan: RoutePlan, scenario: ClosureScenario): boolean {
  const of = ({ closedRoads, closedPhenomena, closedArea }: ReturnType<typeof closuresIn>) =>
    JSON.stringify([
      [...closedRoads].sort(),
      [...closedPhenomena].sort(),
      closedArea?.map((corner) => corner.map((degrees) => degrees.toFixed(6))) ?? null,
    ]);
  return of(plan) !== of(closuresIn(scenario));
}

/** A link may name the set alone: then what it closes is still to be filled in. */
export function isToFill(plan: RoutePlan): boolean {
  return plan.kept.open !== null && !hasClosures(plan);
}
