import type { PlanState } from '#domain/resident/facts';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import {
  comparable,
  isNo,
  isYes,
  NOT_SAID,
  type Parsed,
  parsed,
  textOrNull,
} from './roster-text.ts';

const NOT_MADE = /^(?:未|未作成|未策定|未着手|未完|作成予定|策定予定|要作成)$/u;
const BEING_MADE = /^(?:作成|策定|調整|協議)中$|^(?:下書き|案|素案)$/u;
const MADE = /^(?:済|済み|完了|完成)$|^(?:作成|策定|登録|提出)(?:済|済み|完了|あり)$/u;
/** A date in the column is the day on which the plan was made. */
const DATE =
  /^(?:明治|大正|昭和|平成|令和|[MTSHR])?[0-9元]{1,4}[-/.年][0-9]{1,2}(?:[-/.月][0-9]{1,2}日?)?/u;

/** 個別避難計画: whether there is an individual evacuation plan, as the roster says. */
export function parsePlan(cell: string | undefined, column = '個別避難計画'): Parsed<PlanState> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  const plain = comparable(text);
  if (isNo(text) || NOT_MADE.test(plain)) return parsed<PlanState>('none');
  if (BEING_MADE.test(plain)) return parsed<PlanState>('draft');
  if (isYes(text) || MADE.test(plain) || DATE.test(plain)) return parsed<PlanState>('complete');
  return parsed<PlanState>(null, ROSTER_REASONS.unreadable(column, text));
}
