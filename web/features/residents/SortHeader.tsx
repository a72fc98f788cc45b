// biome-ignore-all lint/a11y/useSemanticElements: the head of the grid of ResidentTable
// biome-ignore-all lint/a11y/useFocusableInteractive: the button inside is focused
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { COLUMN_LAYOUT } from './columns.tsx';
import { sortedBy } from './sorted-by.ts';

/** The head of a column; a press sorts by it, another turns the order round, with Shift it is a further key. */
export function SortHeader(props: { readonly columnId: string; readonly children: ReactNode }) {
  const words = useWords();
  const sort = useView((view) => view.sort);
  const layout = COLUMN_LAYOUT[props.columnId];
  const key = layout?.sort ?? null;
  const place = sort.findIndex((one) => one.key === key);
  const own = sort[place];
  const side = layout?.isNumber ? 'justify-end text-right' : 'justify-start';
  return (
    <div
      role="columnheader"
      aria-sort={own === undefined ? undefined : own.isDescending ? 'descending' : 'ascending'}
      className={`flex min-w-0 px-2 text-14 font-bold ${side}`}
    >
      {key === null ? (
        props.children
      ) : (
        <button
          type="button"
          title={words.peopleDesk.sort.hint}
          className="inline-flex min-h-9 min-w-0 items-center gap-1 rounded-4 font-bold hover:text-action"
          onClick={(event) => changeView({ sort: sortedBy(sort, key, event.shiftKey) })}
        >
          <span className="truncate">{props.children}</span>
          {own === undefined ? (
            <span className="sr-only">{words.people.sort.label}</span>
          ) : (
            <>
              <Icon name={own.isDescending ? 'down' : 'up'} className="size-4" />
              {sort.length > 1 && (
                <span className="number text-action">
                  <span className="sr-only">{words.peopleDesk.sort.nth(place + 1)}</span>
                  <span aria-hidden="true">{place + 1}</span>
                </span>
              )}
            </>
          )}
        </button>
      )}
    </div>
  );
}
