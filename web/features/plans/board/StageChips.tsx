import type { PlanBoard } from '#contract/plan-work';
import { PLAN_STAGE_LABELS, type PlanStage } from '#domain/plan/states';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { FilterChip } from '../../../ui/FilterChip.tsx';
import type { PlansView } from '../plans-view.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';

/** What a day's work is about; where all the others stand is told by the progress. */
const ASKED_FOR_MOST: readonly PlanStage[] = ['review-due', 'drafting', 'not-started'];

/** How many plans stand where, of all: pressed, only those are listed, and pressed again all. */
export function StageChips(props: {
  readonly view: PlansView;
  readonly stages: PlanBoard['stages'];
}) {
  const words = useWords();
  const say = usePlanWords().board;
  const { stages } = props.view;
  const shown = props.stages.filter(
    ({ stage, count }) => (count > 0 && ASKED_FOR_MOST.includes(stage)) || stages.includes(stage),
  );
  // With them the chips add up to all.
  const others = props.stages.filter((one) => one.count > 0 && !shown.includes(one));
  if (shown.length === 0) return null;
  return (
    <fieldset aria-label={say.chips} className="flex flex-wrap gap-1">
      {shown.map(({ stage, count }) => {
        const isChosen = stages.includes(stage);
        return (
          <FilterChip
            key={stage}
            text={say.chip(words.pick(PLAN_STAGE_LABELS[stage]), formatNumber(count))}
            isChosen={isChosen}
            onPress={() =>
              changePlansView({
                stages: isChosen ? stages.filter((one) => one !== stage) : [...stages, stage],
              })
            }
          />
        );
      })}
      {others.length > 0 && (
        <FilterChip
          text={say.others(formatNumber(others.reduce((sum, { count }) => sum + count, 0)))}
          isChosen={false}
          onPress={() => changePlansView({ stages: others.map(({ stage }) => stage) })}
        />
      )}
    </fieldset>
  );
}
