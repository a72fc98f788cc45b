import { PLAN_STAGES, type PlanStage } from './states.ts';
import type { Approval, PlanStep } from './step-names.ts';

interface StepRule {
  readonly from: readonly PlanStage[];
  /** Where it can lead: several where approvals of before still stand. */
  readonly to: readonly PlanStage[];
  /** Whose word it records. */
  readonly gives?: Approval;
}

const DRAWN_UP: readonly PlanStage[] = ['drafting', 'route-checked', 'accepted', 'person-agreed'];
const RUNNING: readonly PlanStage[] = ['shared', 'in-force', 'review-due'];
const except = (...stages: readonly PlanStage[]) =>
  PLAN_STAGES.filter((stage) => !stages.includes(stage));

/** The one table: from where each step leads where. */
export const STEP_TABLE: Readonly<Record<PlanStep, StepRule>> = {
  'ask-consent': { from: ['not-started', 'refused'], to: ['consent-asked'] },
  'record-agreement': { from: ['not-started', 'consent-asked', 'refused'], to: ['agreed'] },
  // Whoever agreed can take that back at any time.
  'record-refusal': { from: except('refused', 'ended'), to: ['refused'] },
  'begin-draft': { from: ['agreed'], to: DRAWN_UP },
  'check-route': { from: ['drafting'], to: DRAWN_UP.slice(1), gives: 'route' },
  accept: { from: ['drafting', 'route-checked'], to: DRAWN_UP.slice(2), gives: 'shelter' },
  agree: {
    from: ['drafting', 'route-checked', 'accepted'],
    to: ['person-agreed'],
    gives: 'person',
  },
  share: { from: ['person-agreed'], to: ['shared'] },
  'put-in-force': { from: ['person-agreed', 'shared'], to: ['in-force'] },
  'call-review': { from: RUNNING, to: ['review-due'] },
  'confirm-still-right': { from: ['review-due'], to: ['in-force'] },
  revise: { from: ['person-agreed', ...RUNNING], to: DRAWN_UP.slice(0, 3) },
  'send-back': { from: DRAWN_UP, to: ['drafting'] },
  end: { from: except('ended'), to: ['ended'] },
  reopen: { from: ['ended'], to: ['not-started'] },
};

/** Stages in which the content may be saved. */
export const WRITABLE_STAGES: readonly PlanStage[] = [...DRAWN_UP, ...RUNNING];

export const isRunning = (stage: PlanStage): boolean => RUNNING.includes(stage);
