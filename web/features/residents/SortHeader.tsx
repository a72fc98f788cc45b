// biome-ignore-all lint/a11y/useSemanticElements: the head of the grid of ResidentTable
// biome-ignore-all lint/a11y/useFocusableInteractive: the button inside is focused
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { COLUMN_LAYOUT } from './columns.tsx';

/** The head of a column; a press sorts by it, another turns the order round. */
export function SortHeader(props: { readonly columnId: string; readonly children: ReactNode }) {
  const words = useWords();
  const sort = useView((view) => view.sort);
  const order = useView((view) => view.order);
  const layout = COLUMN_LAYOUT[props.columnId];
  const key = layout?.sort ?? null;
  const isSorted = key !== null && key === sort;
  const side = layout?.isNumber ? 'justify-end text-right' : 'justify-start';
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (order === 'asc' ? 'ascending' : 'descending') : undefined}
      className={`flex min-w-0 px-2 text-14 font-bold ${side}`}
    >
      {key === null ? (
        props.children
      ) : (
        <button
          type="button"
          className="inline-flex min-h-9 items-center gap-1 rounded-4 font-bold hover:text-action"
          onClick={() =>
            changeView({ sort: key, order: isSorted && order === 'asc' ? 'desc' : 'asc' })
          }
        >
          {props.children}
          {isSorted ? (
            <Icon name={order === 'asc' ? 'up' : 'down'} className="size-4" />
          ) : (
            <span className="sr-only">{words.people.sort.label}</span>
          )}
        </button>
      )}
    </div>
  );
}
