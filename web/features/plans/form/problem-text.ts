import { formatNumber } from '../../../i18n/format.ts';
import type { PlanWords } from '../use-plan-words.ts';
import type { FieldProblem } from './problems.ts';

/** What is wrong with a field, in words. */
export function problemText({ kind, limit }: FieldProblem, say: PlanWords): string {
  const { problems } = say.form;
  if (kind === 'needed' || kind === 'not-right') return problems[kind];
  return problems[kind](formatNumber(limit ?? 0));
}
