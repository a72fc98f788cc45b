import { useId } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { SHELTER_SORTS } from '../../state/view-state.ts';
import { Icon } from '../../ui/Icon.tsx';

/** By what shelters are sorted, and which way; the address keeps it. */
export function ShelterSortChoice() {
  const { shelters } = useWords();
  const sort = useView((view) => view.shelterSort);
  const order = useView((view) => view.shelterOrder);
  const id = useId();
  return (
    <div className="flex items-center gap-2 text-14">
      <label htmlFor={id}>{shelters.sortLabel}</label>
      <select
        id={id}
        className="h-11 rounded-8 border border-line-strong bg-surface px-2"
        value={sort}
        onChange={(event) => {
          const next = SHELTER_SORTS.find((name) => name === event.target.value) ?? 'relation';
          changeView({ shelterSort: next }, 'replace');
        }}
      >
        {SHELTER_SORTS.map((name) => (
          <option key={name} value={name}>
            {shelters.columns[name]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="inline-flex min-h-11 items-center gap-1 rounded-8 border border-line-strong px-3 hover:bg-surface-soft"
        onClick={() => changeView({ shelterOrder: order === 'asc' ? 'desc' : 'asc' }, 'replace')}
      >
        <Icon name={order === 'asc' ? 'up' : 'down'} className="size-4" />
        {order === 'asc' ? shelters.ascending : shelters.descending}
      </button>
    </div>
  );
}
