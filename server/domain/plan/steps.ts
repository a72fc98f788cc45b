import type { Role } from '../access/roles.ts';
import { failure, type Result, success } from '../problem.ts';
import { type FallenApproval, withoutApprovals } from './approvals.ts';
import { isPossible, MISSING, missingFor, needsReason } from './missing.ts';
import { PLAN_FAILURES } from './plan-failures.ts';
import type { PersonForPlan, PlanRecord, SaidByOther } from './record.ts';
import { mayDo, type PlanSetting } from './setting.ts';
import { stageOf } from './stage-of.ts';
import type { ReviewReason } from './states.ts';
import { APPROVALS, type Approval, type EndReason, type PlanStep } from './step-names.ts';
import { STEP_TABLE } from './step-table.ts';

/** Whoever asks for a step, and with what words. */
export interface StepRequest {
  readonly step: PlanStep;
  readonly role: Role | 'system';
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string | null;
  readonly reviewReason: ReviewReason | null;
  readonly endReason: EndReason | null;
  /** Whose word is written down, where it is another's. */
  readonly said?: SaidByOther | null | undefined;
}

export interface StepTaken {
  readonly record: PlanRecord;
  readonly fallen: readonly FallenApproval[];
}

/** Takes a step, or says why it cannot be taken. */
export function takeStep(
  record: PlanRecord,
  setting: PlanSetting,
  person: PersonForPlan,
  request: StepRequest,
): Result<StepTaken> {
  const { step, role } = request;
  if (!mayDo(setting, role, step)) return failure(PLAN_FAILURES.notYours(step));
  if (!isPossible(step, record, setting)) return failure(PLAN_FAILURES.notNow(step, record.stage));
  const missing = missingFor(step, record, setting, person);
  if (missing.length > 0)
    return failure(PLAN_FAILURES.incomplete(missing.map((one) => MISSING[one])));
  const unsaid = wordsMissing(request);
  if (unsaid !== null) return failure(unsaid);
  return success(carriedOut(record, setting, request));
}

function wordsMissing({ step, reason, reviewReason, endReason }: StepRequest) {
  if (needsReason(step) && reason === null) return PLAN_FAILURES.reasonMissing();
  if (step === 'call-review' && reviewReason === null) return PLAN_FAILURES.reviewReasonMissing();
  if (step === 'end' && (endReason === null || (endReason === 'other' && reason === null)))
    return PLAN_FAILURES.endReasonMissing();
  return null;
}

function carriedOut(record: PlanRecord, setting: PlanSetting, request: StepRequest): StepTaken {
  const { step, by, at, reviewReason, endReason } = request;
  const { gives, to } = STEP_TABLE[step];
  const unfallen = (changed: PlanRecord): StepTaken => ({ record: changed, fallen: [] });
  if (gives !== undefined) {
    const { said } = request;
    const given = { at, by, version: record.contentVersion, ...(said && { said }) };
    const approved = { ...record, approvals: { ...record.approvals, [gives]: given } };
    return unfallen({ ...approved, stage: stageOf(approved, setting) });
  }
  const [stage = record.stage] = to;
  switch (step) {
    case 'call-review': {
      const reasons = new Set([...record.reviewReasons, ...(reviewReason ? [reviewReason] : [])]);
      return unfallen({ ...record, stage, reviewReasons: [...reasons] });
    }
    case 'confirm-still-right':
      return unfallen({ ...record, stage, reviewReasons: [] });
    case 'begin-draft':
      return unfallen({ ...record, stage: stageOf(record, setting) });
    case 'end':
      return unfallen({ ...record, stage, endReason, reviewReasons: [] });
    // Whoever agreed to what it said agrees anew to what it will say.
    case 'revise': {
      const left = dropped({ ...record, reviewReasons: [] }, ['person'], REVISED);
      return { ...left, record: { ...left.record, stage: stageOf(left.record, setting) } };
    }
    case 'send-back':
      return dropped({ ...record, stage }, APPROVALS, SENT_BACK);
    case 'record-refusal':
      return dropped({ ...record, stage, reviewReasons: [] }, APPROVALS, REFUSED);
    case 'reopen':
      return dropped({ ...record, stage, endReason: null }, APPROVALS, REOPENED);
    default:
      return unfallen({ ...record, stage });
  }
}

const REVISED = { ja: '書き直すため', en: 'It is being revised' };
const SENT_BACK = { ja: '差し戻されたため', en: 'It was sent back' };
const REFUSED = { ja: '同意がなくなったため', en: 'The person does not want one' };
const REOPENED = { ja: '再開したため', en: 'It was reopened' };

function dropped(
  record: PlanRecord,
  approvals: readonly Approval[],
  why: FallenApproval['why'],
): StepTaken {
  const fallen = approvals.filter((approval) => record.approvals[approval] !== null);
  return {
    record: { ...record, approvals: withoutApprovals(record.approvals, approvals) },
    fallen: fallen.map((approval) => ({ approval, why })),
  };
}
