import { useMemo } from 'react';
import { changeView, currentView, useView } from '../../state/use-view.ts';
import { formatPlansView, type PlansView, parsePlansView } from './plans-view.ts';

export function usePlansView(): PlansView {
  const text = useView((view) => view.plans);
  return useMemo(() => parsePlansView(text), [text]);
}

/** Filters are tried without a step to go back by; another part of a plan is one. */
export function changePlansView(
  change: Partial<PlansView>,
  step: 'push' | 'replace' = 'replace',
): void {
  const view = { ...parsePlansView(currentView().plans), ...change };
  changeView({ plans: formatPlansView(view) }, step);
}

/** Opens somebody's plan where it stands; what of another one was open is closed with it. */
export function openPlan(id: string): void {
  const view = { ...parsePlansView(currentView().plans), part: null, compare: null };
  changeView({ place: 'plans', selection: { kind: 'plan', id }, plans: formatPlansView(view) });
}
