import { useMemo } from 'react';
import { changeView, currentView, useView } from '../../state/use-view.ts';
import { formatPlan, parsePlan, type RoutePlan } from './route-plan.ts';

/** The plan in the address. */
export function usePlan(): RoutePlan {
  const text = useView((view) => view.route);
  return useMemo(() => parsePlan(text), [text]);
}

export const planNow = (): RoutePlan => parsePlan(currentView().route);

/** Changes the plan; another question looks at the best answer first. */
export function changePlan(change: Partial<RoutePlan>, step: 'push' | 'replace' = 'push'): void {
  changeView({ route: formatPlan({ ...planNow(), chosen: 0, ...change }) }, step);
}
