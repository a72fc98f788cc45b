import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanBoard } from '#contract/plan-work';
import { PLAN_STAGE_LABELS, PLAN_STAGES } from '#domain/plan/states';
import { districtsQuery } from '../../../api/queries.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
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
          <Choice
            label={say.stage}
            value={view.stages.length === 1 ? (view.stages[0] ?? '') : ''}
            choices={PLAN_STAGES.map((stage) => [stage, words.pick(PLAN_STAGE_LABELS[stage])])}
            onChange={(value) =>
              changePlansView({ stages: PLAN_STAGES.filter((stage) => stage === value) })
            }
          />
          <Choice
            label={say.district}
            value={view.districts[0] ?? ''}
            choices={names.map((name) => [name, name])}
            onChange={(value) => changePlansView({ districts: value === '' ? [] : [value] })}
          />
          <Choice
            label={say.tier}
            value={view.tiers[0] ?? ''}
            choices={TIERS.map((tier) => [tier, words.terms.tier(Number(tier))])}
            onChange={(value) => changePlansView({ tiers: value === '' ? [] : [value] })}
          />
          <Choice
            label={say.age}
            any={say.anyAge}
            value={view.leastDays === null ? '' : String(view.leastDays)}
            choices={AGES.map((days) => [String(days), say.days(formatNumber(days))])}
            onChange={(value) =>
              changePlansView({ leastDays: value === '' ? null : Number(value) })
            }
          />
          <Choice
            label={say.sort}
            any={null}
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

function Choice(props: {
  readonly label: string;
  /** What stands for no filter; null where something is always chosen. */
  readonly any?: string | null;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  const say = usePlanWords().filters;
  const { any = say.any } = props;
  return (
    <LabelledField label={props.label}>
      {(ids) => (
        <select
          {...ids}
          className={FIELD_STYLE}
          value={props.value}
          onChange={({ target }) => props.onChange(target.value)}
        >
          {any !== null && <option value="">{any}</option>}
          {props.choices.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
}
