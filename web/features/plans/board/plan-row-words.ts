import type { PlanBoard } from '#contract/plan-work';
import { REVIEW_REASON_LABELS } from '#domain/plan/review-labels';
import { PLAN_STAGE_LABELS } from '#domain/plan/states';
import { PARTY_LABELS, PLAN_STEP_LABELS } from '#domain/plan/step-names';
import { formatNumber } from '../../../i18n/format.ts';
import type { Words } from '../../../i18n/words.ts';
import type { PlanWords } from '../use-plan-words.ts';

export type PlanRow = PlanBoard['rows'][number];

/** The parts of a row, the same for eye and ear. */
export function planRowWords(row: PlanRow, words: Words, say: PlanWords) {
  return {
    stage: words.pick(PLAN_STAGE_LABELS[row.stage]),
    onRoster: row.onRoster === null ? null : words.terms.planOnRoster[row.onRoster],
    days:
      row.days === null
        ? null
        : row.days === 0
          ? say.row.today
          : say.row.days(formatNumber(row.days)),
    next: nextWords(row, words, say),
    review:
      row.reviewReasons.length === 0
        ? null
        : say.row.review(
            row.reviewReasons.map((one) => words.pick(REVIEW_REASON_LABELS[one])).join(words.comma),
          ),
  };
}

function nextWords({ next, nextParty }: PlanRow, words: Words, say: PlanWords): string {
  if (next === null) return say.row.nothing;
  if (next === 'write') return say.row.nextWrite;
  const party = nextParty === null ? '' : words.pick(PARTY_LABELS[nextParty]);
  const step = words.pick(PLAN_STEP_LABELS[next]);
  // Some steps say whose they are.
  return step.endsWith(')') ? say.row.nextOnly(step) : say.row.next(step, party);
}

export function spokenPlanRow(row: PlanRow, words: Words, say: PlanWords): string {
  const { stage, onRoster, days, next, review } = planRowWords(row, words, say);
  return [
    words.terms.rank(formatNumber(row.rank)),
    row.name,
    words.terms.tier(row.tier),
    ...[row.district, stage, onRoster, days, next, row.isMine ? say.row.mine : null, review],
  ]
    .filter((part) => part !== null)
    .join(words.comma);
}
