import { RESIDENT_SORTS } from '#contract/resident';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Sorting where the list has no heads of columns. */
export function SortChoice() {
  const { sort: say } = useWords().people;
  const sort = useView((view) => view.sort);
  const order = useView((view) => view.order);
  const direction = order === 'asc' ? say.ascending : say.descending;
  return (
    <div className="flex items-center">
      <select
        aria-label={say.label}
        value={sort}
        className="min-h-9 rounded-l-8 border border-line-strong max-w-28 bg-surface pl-2 text-14"
        onChange={(event) => {
          const chosen = RESIDENT_SORTS.find((name) => name === event.target.value);
          if (chosen !== undefined) changeView({ sort: chosen, order: 'asc' });
        }}
      >
        {RESIDENT_SORTS.map((name) => (
          <option key={name} value={name}>
            {say[name]}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={direction}
        title={direction}
        className="inline-flex size-9 items-center justify-center rounded-r-8 border border-l-0 border-line-strong hover:bg-surface-soft"
        onClick={() => changeView({ order: order === 'asc' ? 'desc' : 'asc' })}
      >
        <Icon name={order === 'asc' ? 'up' : 'down'} className="size-4" />
      </button>
    </div>
  );
}
