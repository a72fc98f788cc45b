import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResidentPage } from '#contract/resident';
import { districtsQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import type { FilterKey } from '../../state/view-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { filterChoices } from './filter-choices.ts';

const MAIN: readonly FilterKey[] = ['tier', 'red', 'district', 'careLevel'];
const MORE: readonly FilterKey[] = [
  'plan',
  'supporters',
  'household',
  'age',
  'powerDependent',
  'phenomenon',
  'relation',
  'accuracy',
  'possibleTier',
  'archived',
];
/** The server takes one value of these. */
const SINGLE: readonly FilterKey[] = ['powerDependent', 'archived'];

interface FilterBarProps {
  readonly code: string;
  readonly counts: ResidentPage['counts'] | null;
}

export function FilterBar({ code, counts }: FilterBarProps) {
  const words = useWords();
  const filters = useView((view) => view.filters);
  const districts = useQuery(districtsQuery(code));
  const [isWhole, setWhole] = useState(false);
  // Of the rarer filters only what is set is shown until they are asked for.
  const keys = [...MAIN, ...MORE.filter((key) => isWhole || filters[key] !== undefined)];
  const isFiltered = Object.values(filters).some((values) => values.length > 0);
  return (
    <fieldset
      className="flex flex-wrap items-center gap-1.5"
      aria-label={words.people.filters.label}
    >
      {keys.map((key) => (
        <FilterMenu
          key={key}
          filterKey={key}
          choices={filterChoices(
            key,
            words,
            counts,
            districts.data?.districts ?? [],
            filters[key] ?? [],
          )}
          chosen={filters[key] ?? []}
          isSingle={SINGLE.includes(key)}
          onChange={(chosen) => {
            const { [key]: _former, ...others } = filters;
            changeView({ filters: chosen.length === 0 ? others : { ...others, [key]: chosen } });
          }}
        />
      ))}
      <button
        type="button"
        aria-expanded={isWhole}
        className="inline-flex min-h-9 items-center gap-1 rounded-8 px-2 text-14 hover:bg-surface-strong"
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? words.peopleDesk.filters.fewer : words.peopleDesk.filters.more}
        <Icon name={isWhole ? 'up' : 'down'} className="size-4" />
      </button>
      {isFiltered && (
        <button
          type="button"
          className="min-h-9 rounded-8 px-2 text-14 text-action underline underline-offset-4 hover:bg-action-soft"
          onClick={() => changeView({ filters: {} })}
        >
          {words.people.filters.clear}
        </button>
      )}
    </fieldset>
  );
}
