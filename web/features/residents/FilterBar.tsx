import { useQuery } from '@tanstack/react-query';
import type { ResidentPage } from '#contract/resident';
import { districtsQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import type { FilterKey } from '../../state/view-state.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { filterChoices } from './filter-choices.ts';

const MAIN: readonly FilterKey[] = ['tier', 'red', 'district', 'careLevel'];
const MORE: readonly FilterKey[] = ['relation', 'accuracy', 'plan', 'powerDependent'];

interface FilterBarProps {
  readonly code: string;
  readonly counts: ResidentPage['counts'] | null;
  /** Where there is little room, only what is set is shown of the rarer filters. */
  readonly isCompact: boolean;
}

export function FilterBar({ code, counts, isCompact }: FilterBarProps) {
  const words = useWords();
  const filters = useView((view) => view.filters);
  const districts = useQuery(districtsQuery(code));
  const keys = [...MAIN, ...MORE.filter((key) => !isCompact || filters[key] !== undefined)];
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
          isSingle={key === 'powerDependent'}
          onChange={(chosen) => {
            const { [key]: _former, ...others } = filters;
            changeView({ filters: chosen.length === 0 ? others : { ...others, [key]: chosen } });
          }}
        />
      ))}
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
