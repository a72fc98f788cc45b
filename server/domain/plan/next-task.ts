import type { Role } from '../access/roles.ts';
import { isPossible, missingFor, needsReason } from './missing.ts';
import type { PersonForPlan, PlanRecord } from './record.ts';
import { isWordOfAnother, mayDo, type PlanSetting } from './setting.ts';
import type { PlanStage } from './states.ts';
import { PLAN_STEPS, type PlanStep, type PlanTask } from './step-names.ts';
import { STEP_TABLE, WRITABLE_STAGES } from './step-table.ts';

export const mayWrite = (record: PlanRecord, setting: PlanSetting, role: Role | 'system') =>
  mayDo(setting, role, 'write') && WRITABLE_STAGES.includes(record.stage);

/** What a plan waits for: the next step, or that somebody goes on writing; null = nothing. */
export function nextTask(
  record: PlanRecord,
  setting: PlanSetting,
  person: PersonForPlan,
): PlanTask | null {
  if (person.isInFacility || !person.isOnRoster) return null;
  const step = NEXT_STEPS[record.stage].find((one) => isPossible(one, record, setting));
  if (step === undefined) return null;
  const isDrawnUp = STEP_TABLE['send-back'].from.includes(record.stage);
  const missing = missingFor(step, record, setting, person);
  return isDrawnUp && missing.some((one) => one in WRITTEN) ? 'write' : step;
}

/** Missing things that somebody has to write. */
const WRITTEN = { destination: 0, route: 0, means: 0, supporters: 0 };

/** The first that is possible is what a plan waits for. */
const NEXT_STEPS: Readonly<Record<PlanStage, readonly PlanStep[]>> = {
  'not-started': ['ask-consent'],
  'consent-asked': ['record-agreement'],
  refused: [],
  agreed: ['begin-draft'],
  drafting: ['check-route', 'accept', 'agree'],
  'route-checked': ['accept', 'agree'],
  accepted: ['agree'],
  'person-agreed': ['share', 'put-in-force'],
  shared: ['put-in-force'],
  'in-force': [],
  'review-due': ['confirm-still-right'],
  ended: [],
};

/** The steps that a role may record of a plan as it stands. */
export function stepsOf(
  record: PlanRecord,
  setting: PlanSetting,
  person: PersonForPlan,
  role: Role | 'system',
) {
  return PLAN_STEPS.map((step) => ({
    step,
    party: setting.tasks[step].party,
    roles: setting.tasks[step].roles,
    isPossible: isPossible(step, record, setting),
    isNext: nextTask(record, setting, person) === step,
    isMine: mayDo(setting, role, step),
    missing: missingFor(step, record, setting, person),
    needsReason: needsReason(step),
    isWordOfAnother: isWordOfAnother(setting, role, step),
  }));
}
