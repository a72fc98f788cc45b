// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight do not exist, so a table element cannot be used
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled by the grid
import { useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useListColumns } from '../../state/list-columns.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import {
  COLUMN_LAYOUT,
  features,
  leastColumnRem,
  residentColumns,
  type TableRow,
} from './columns.tsx';
import { spokenRow } from './row-words.ts';
import { SortHeader } from './SortHeader.tsx';
import { type ResidentViewProps, useListWindow } from './use-list-window.ts';
import { useWidth } from './use-width.ts';

const ROW_HEIGHT_PIXELS = 44;
const HEADER_HEIGHT_PIXELS = 44;

/** The list as a table under the map: only the rows in sight exist. */
export function ResidentTable(props: ResidentViewProps) {
  const { rows, total } = props;
  const words = useWords();
  const { scrollRef, items, active, press, totalPixels } = useListWindow(props, {
    rowPixels: ROW_HEIGHT_PIXELS,
    overscan: 12,
    headPixels: HEADER_HEIGHT_PIXELS,
  });

  const listPixels = useWidth(scrollRef);
  const chosen = useListColumns();
  const columns = useMemo(
    () => residentColumns(words, listPixels, props.hasZoneData, chosen),
    [words, listPixels, props.hasZoneData, chosen],
  );
  const template = columns.map(({ id }) => COLUMN_LAYOUT[id ?? '']?.width).join(' ');
  const leastRem = columns.reduce((sum, { id }) => sum + leastColumnRem(id ?? ''), 1);
  // Columns keep their width; where they have no room the table is looked at by scrolling sideways.
  const minWidth = `${leastRem}rem`;
  const data: TableRow[] = items.map(({ index }) => ({ index, resident: rows.rowAt(index) }));
  const table = useTable({ features, columns, data, getRowId: ({ index }) => String(index) });
  const tableRows = table.getRowModel().rows;

  return (
    <div
      ref={scrollRef}
      id="residents"
      data-list
      role="grid"
      aria-label={words.people.listTitle}
      aria-rowcount={total + 1}
      aria-activedescendant={total > 0 ? `resident-${active.activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={active.onKeyDown}
      className="group focus-inset min-h-0 flex-1 overflow-auto overscroll-contain"
    >
      <div
        role="rowgroup"
        className="sticky top-0 z-1 border-b border-line-strong bg-surface-soft"
        style={{ minWidth }}
      >
        {table.getHeaderGroups().map((group) => (
          <div
            key={group.id}
            role="row"
            aria-rowindex={1}
            className="grid items-center px-2"
            style={{ gridTemplateColumns: template, height: HEADER_HEIGHT_PIXELS, minWidth }}
          >
            {group.headers.map((header) => (
              <SortHeader key={header.id} columnId={header.column.id}>
                <table.FlexRender header={header} />
              </SortHeader>
            ))}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="relative" style={{ height: totalPixels, minWidth }}>
        {items.map(({ index, start, size }, position) => {
          const row = rows.rowAt(index);
          const isSelected = row !== undefined && row.id === props.selectedId;
          return (
            <div
              key={index}
              id={`resident-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isSelected}
              aria-label={
                row === undefined ? words.frame.loading : spokenRow(row, words, props.hasZoneData)
              }
              style={{
                height: size,
                transform: `translateY(${start}px)`,
                gridTemplateColumns: template,
              }}
              className={`absolute inset-x-0 top-0 grid cursor-pointer items-center border-b border-line px-2 ${
                isSelected
                  ? 'bg-action-soft shadow-[inset_4px_0_0_var(--action)]'
                  : 'hover:bg-surface-soft'
              } ${index === active.activeIndex ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-4 group-focus-visible:outline-focus-line' : ''}`}
              onClick={() => press(index)}
            >
              {tableRows[position]?.getAllCells().map((cell) => (
                <div
                  key={cell.id}
                  role="gridcell"
                  className={`min-w-0 truncate px-2 ${COLUMN_LAYOUT[cell.column.id]?.isNumber ? 'number text-right' : ''}`}
                >
                  {row === undefined ? (
                    <Skeleton className="h-5 w-3/4" />
                  ) : (
                    <table.FlexRender cell={cell} />
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
