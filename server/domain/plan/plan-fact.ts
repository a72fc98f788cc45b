import type { PlanState } from '../resident/facts.ts';
import type { PlanStage } from './states.ts';

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
