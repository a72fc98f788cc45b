import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanBoard } from '#contract/plan-work';
import { PLAN_STAGE_LABELS, PLAN_STAGES } from '#domain/plan/states';
import { districtsQuery } from '../../../api/queries.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { BOARD_SORTS, FIRST_PLANS_VIEW, type PlansView } from '../plans-view.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';
import { StageChips } from './StageChips.tsx';

const TIERS = ['1', '2', '3', '4'];
const AGES = [7, 30, 90, 180, 365];
const { stages, districts, tiers, leastDays } = FIRST_PLANS_VIEW;
const NO_FILTERS = { stages, districts, tiers, leastDays };

/** What is listed and in what order; held in the address. */
export function BoardFiltersBar({
  code,
  view,
  stages: counts,
}: {
  readonly code: string;
  readonly view: PlansView;
  readonly stages: PlanBoard['stages'];
}) {
  const words = useWords();
  const say = usePlanWords().filters;
  const [isOpen, setOpen] = useState(false);
  const all = useQuery({ ...districtsQuery(code), enabled: isOpen });
  const any = ['', say.any] as const;
  const count =
    Number(view.stages.length > 0) +
    Number(view.districts.length > 0) +
    Number(view.tiers.length > 0) +
    Number(view.leastDays !== null);
  const names = [
    ...new Set([...(all.data?.districts ?? []).map(({ name }) => name), ...view.districts]),
  ];
  return (
    <div className="flex flex-col gap-1">
      <StageChips view={view} stages={counts} />
      {isOpen && <p className="text-14 text-ink-soft">{say.notStarted}</p>}
      <div className="flex flex-wrap items-center gap-1">
        <Button
          variant="quiet"
          className="min-h-8 px-2 text-14"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'up' : 'down'} className="size-4" />
          {count === 0 ? say.closed : say.open(String(count))}
        </Button>
        {count > 0 && (
          <Button
            variant="quiet"
            className="min-h-8 px-2 text-14"
            onPress={() => changePlansView(NO_FILTERS)}
          >
            {say.clear}
          </Button>
        )}
      </div>
      {isOpen && (
        <fieldset aria-label={say.label} className="grid grid-cols-2 gap-2">
          <ChoiceField
            label={say.stage}
            value={view.stages.length === 1 ? (view.stages[0] ?? '') : ''}
            choices={[
              any,
              ...PLAN_STAGES.map((stage) => [stage, words.pick(PLAN_STAGE_LABELS[stage])] as const),
            ]}
            onChange={(value) =>
              changePlansView({ stages: PLAN_STAGES.filter((stage) => stage === value) })
            }
          />
          <ChoiceField
            label={say.district}
            value={view.districts[0] ?? ''}
            choices={[any, ...names.map((name) => [name, name] as const)]}
            onChange={(value) => changePlansView({ districts: value === '' ? [] : [value] })}
          />
          <ChoiceField
            label={say.tier}
            value={view.tiers[0] ?? ''}
            choices={[any, ...TIERS.map((tier) => [tier, words.terms.tier(Number(tier))] as const)]}
            onChange={(value) => changePlansView({ tiers: value === '' ? [] : [value] })}
          />
          <ChoiceField
            label={say.age}
            value={view.leastDays === null ? '' : String(view.leastDays)}
            choices={[
              ['', say.anyAge],
              ...AGES.map((days) => [String(days), say.days(formatNumber(days))] as const),
            ]}
            onChange={(value) =>
              changePlansView({ leastDays: value === '' ? null : Number(value) })
            }
          />
          <ChoiceField
            label={say.sort}
            value={view.sort}
            choices={BOARD_SORTS.map((sort) => [sort, say.sorts[sort]])}
            onChange={(value) =>
              changePlansView({ sort: BOARD_SORTS.find((sort) => sort === value) ?? 'rank' })
            }
          />
        </fieldset>
      )}
    </div>
  );
}
