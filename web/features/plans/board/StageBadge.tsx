import { PLAN_STAGE_LABELS, type PlanStage } from '#domain/plan/states';
import { useWords } from '../../../i18n/use-words.ts';

/** Where a plan stands. Colour is for danger and for action alone: what is due is marked, all else is grey. */
export function StageBadge({ stage }: { readonly stage: PlanStage }) {
  const words = useWords();
  const isDue = stage === 'review-due';
  return (
    <span
      className={`inline-block max-w-full truncate rounded-4 border px-1.5 text-14 leading-[1.5] ${
        isDue
          ? 'border-caution-line bg-caution-soft font-bold text-caution'
          : 'border-line-strong bg-surface text-ink'
      }`}
    >
      {words.pick(PLAN_STAGE_LABELS[stage])}
    </span>
  );
}
