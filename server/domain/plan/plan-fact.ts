import type { PlanState } from '../resident/facts.ts';
import type { PlanStage } from './states.ts';

/** States of which there is something on paper. */
export const ON_ROSTER = ['draft', 'complete'] as const satisfies readonly PlanState[];
export type OnRoster = (typeof ON_ROSTER)[number];

/** What a plan's stage makes of the fact `plan`; null = the roster's word stays. The database holds the same. */
export const PLAN_FACT_OF: Readonly<Record<PlanStage, PlanState | null>> = {
  'not-started': null,
  'consent-asked': null,
  refused: 'none',
  agreed: 'draft',
  drafting: 'draft',
  'route-checked': 'draft',
  accepted: 'draft',
  'person-agreed': 'draft',
  shared: 'complete',
  'in-force': 'complete',
  'review-due': 'complete',
  ended: 'none',
};

/** A plan that the roster tells of and that is not kept here; null where one is, or there is none to tell of. */
export function planOnRosterAlone(stage: PlanStage, fact: PlanState | null): OnRoster | null {
  if (PLAN_FACT_OF[stage] !== null) return null;
  return ON_ROSTER.find((one) => one === fact) ?? null;
}
