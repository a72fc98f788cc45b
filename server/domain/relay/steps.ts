import { failure, type Problem, type Result, success } from '../problem.ts';
import type { Bilingual } from '../resident/labels.ts';
import { isWholeOffice, officeKey, type RelayOffice } from './office.ts';
import { RELAY_FAILURES } from './relay-failures.ts';
import { OPEN_STATES, RELAY_STATES, type RelayState } from './sheet.ts';

/** What somebody does with a sheet that was written. */
export const RELAY_STEPS = [
  'take-in-hand',
  'answer',
  'hand-over',
  'note',
  'close',
  'ask-again',
  'withdraw',
  'take-back',
] as const;
export type RelayStep = (typeof RELAY_STEPS)[number];
/** With how it begins. */
export type RelayEventStep = RelayStep | 'write';

export const RELAY_STEP_LABELS: Readonly<Record<RelayEventStep, Bilingual>> = {
  write: { ja: '書いて届けた', en: 'Written' },
  'take-in-hand': { ja: '対応を始めた', en: 'Taken in hand' },
  answer: { ja: '返事をした', en: 'Answered' },
  'hand-over': { ja: '引き継いだ', en: 'Handed over' },
  note: { ja: '書き足した', en: 'Added' },
  close: { ja: '終えた', en: 'Closed' },
  'ask-again': { ja: 'もう一度たずねた', en: 'Asked again' },
  withdraw: { ja: '取り下げた', en: 'Withdrawn' },
  'take-back': { ja: 'ひとつ前に戻した', en: 'Took the last step back' },
};

/** As what somebody stands to a sheet; one may be both. */
export interface Standing {
  readonly isOffice: boolean;
  readonly isWriter: boolean;
}

interface Rule {
  readonly from: readonly RelayState[];
  /** null: where it stood. */
  readonly to: RelayState | null;
  readonly by: readonly (keyof Standing)[];
  readonly needs?: 'text' | 'office';
}
const OFFICE = ['isOffice'] as const;
const WRITER = ['isWriter'] as const;
const EITHER = [...OFFICE, ...WRITER];
const NOT_OVER = ['received', 'in-hand', 'answered'] as const;

/** The one table: who does what from where. Only taking back goes by what was done last. */
const STEP_TABLE: Readonly<Record<Exclude<RelayStep, 'take-back'>, Rule>> = {
  'take-in-hand': { from: ['received'], to: 'in-hand', by: OFFICE },
  answer: { from: NOT_OVER, to: 'answered', by: OFFICE, needs: 'text' },
  'hand-over': { from: NOT_OVER, to: 'received', by: OFFICE, needs: 'office' },
  note: { from: NOT_OVER, to: null, by: EITHER, needs: 'text' },
  close: { from: ['answered'], to: 'closed', by: EITHER },
  'ask-again': { from: ['answered', 'closed'], to: 'in-hand', by: EITHER, needs: 'text' },
  withdraw: { from: OPEN_STATES, to: 'closed', by: WRITER },
};

/** What was done last, as taking back looks at it. */
export interface LastStep {
  readonly step: RelayEventStep;
  readonly fromState: RelayState;
  readonly fromOffice: RelayOffice;
  /** Whether whoever asks did it. */
  readonly isOwn: boolean;
}

export interface SheetStands {
  readonly state: RelayState;
  readonly office: RelayOffice;
  readonly last: LastStep;
}

export interface StepRequest {
  readonly step: RelayStep;
  readonly text: string;
  readonly office: RelayOffice | null;
}

/** Steps that may be taken now, in the order of the table. */
export function possibleSteps(sheet: SheetStands, standing: Standing): RelayStep[] {
  return RELAY_STEPS.filter((step) => problemOf(sheet, standing, step) === null);
}

/** Where a step leads, or why it may not be taken. */
export function takeRelayStep(
  sheet: SheetStands,
  standing: Standing,
  { step, text, office }: StepRequest,
): Result<{ readonly state: RelayState; readonly office: RelayOffice }> {
  const problem = problemOf(sheet, standing, step);
  if (problem !== null) return failure(problem);
  if (step === 'take-back')
    return success({ state: sheet.last.fromState, office: sheet.last.fromOffice });
  const { to, needs } = STEP_TABLE[step];
  if (needs === 'text' && text.trim() === '') return failure(RELAY_FAILURES.textMissing());
  if (needs === 'office') {
    if (office === null || !isWholeOffice(office)) return failure(RELAY_FAILURES.officeMissing());
    if (officeKey(office) === officeKey(sheet.office)) return failure(RELAY_FAILURES.sameOffice());
    return success({ state: to ?? sheet.state, office });
  }
  return success({ state: to ?? sheet.state, office: sheet.office });
}

const ANY_STATE: readonly RelayState[] = RELAY_STATES;
export const NEVER_TAKEN_BACK: readonly RelayEventStep[] = ['write', 'note', 'take-back'];

function problemOf(sheet: SheetStands, standing: Standing, step: RelayStep): Problem | null {
  if (step === 'take-back') {
    if (NEVER_TAKEN_BACK.includes(sheet.last.step)) return RELAY_FAILURES.notNow();
    return sheet.last.isOwn ? null : RELAY_FAILURES.notYours();
  }
  const { from, by } = STEP_TABLE[step];
  if (!ANY_STATE.includes(sheet.state) || !from.includes(sheet.state))
    return RELAY_FAILURES.notNow();
  return by.some((one) => standing[one]) ? null : RELAY_FAILURES.notYours();
}
