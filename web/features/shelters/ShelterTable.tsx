// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight do not exist, so a table element cannot be used
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled by the grid
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ShelterRow } from '#contract/shelter';
import { useWords } from '../../i18n/use-words.ts';
import type { ShelterSort } from '../../state/view-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useActiveRow } from '../../ui/use-active-row.ts';
import { ShelterCells } from './ShelterCells.tsx';
import { spokenShelter } from './shelter-words.ts';

interface ShelterTableProps {
  readonly shelters: readonly ShelterRow[];
  readonly hasZoneData: boolean;
  readonly sort: ShelterSort;
  readonly order: 'asc' | 'desc';
  readonly onSort: (sort: ShelterSort) => void;
  readonly selectedId: string | null;
  readonly onOpen: (id: string) => void;
}

const ROW_HEIGHT_PIXELS = 80;
const HEADER_HEIGHT_PIXELS = 44;
const COLUMNS = 'grid grid-cols-[2.5rem_minmax(0,1fr)_10.5rem] items-center px-3';

/** The shelters as a table beside the map: only the rows in sight exist. */
export function ShelterTable(props: ShelterTableProps) {
  const { shelters, selectedId } = props;
  const words = useWords();
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shelters.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT_PIXELS,
    overscan: 8,
    scrollPaddingStart: HEADER_HEIGHT_PIXELS,
  });
  const open = (index: number) => {
    const shelter = shelters[index];
    if (shelter !== undefined) props.onOpen(shelter.id);
  };
  const active = useActiveRow(shelters.length, (index) => virtualizer.scrollToIndex(index), open);
  const selectedIndex = shelters.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtualizer]);

  // A row that is out of sight does not exist, and nothing may point at it.
  const isActiveDrawn = virtualizer
    .getVirtualItems()
    .some(({ index }) => index === active.activeIndex);
  return (
    <div
      ref={scrollRef}
      data-list
      role="grid"
      aria-label={words.shelters.title}
      aria-rowcount={shelters.length + 1}
      aria-activedescendant={isActiveDrawn ? `shelter-${active.activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={active.onKeyDown}
      className="group focus-inset min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain"
    >
      <div role="rowgroup" className="sticky top-0 z-1 border-b border-line-strong bg-surface-soft">
        <div
          role="row"
          aria-rowindex={1}
          className={COLUMNS}
          style={{ height: HEADER_HEIGHT_PIXELS }}
        >
          <span />
          {(['name', 'relation'] as const).map((name) => {
            const isSorted = name === props.sort;
            return (
              <div
                key={name}
                role="columnheader"
                aria-sort={
                  isSorted ? (props.order === 'asc' ? 'ascending' : 'descending') : undefined
                }
              >
                <button
                  type="button"
                  className="inline-flex min-h-9 items-center gap-1 rounded-4 text-14 font-bold hover:text-action"
                  onClick={() => props.onSort(name)}
                >
                  {words.shelters.columns[name]}
                  {isSorted ? (
                    <Icon name={props.order === 'asc' ? 'up' : 'down'} className="size-4" />
                  ) : (
                    <span className="sr-only">{words.people.sort.label}</span>
                  )}
                </button>
              </div>
            );
          })}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const shelter = shelters[index];
          if (shelter === undefined) return null;
          const isSelected = shelter.id === selectedId;
          return (
            <div
              key={shelter.id}
              id={`shelter-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isSelected}
              aria-label={spokenShelter(shelter, words, props.hasZoneData)}
              style={{ height: size, transform: `translateY(${start}px)` }}
              className={`absolute inset-x-0 top-0 cursor-pointer border-b border-line ${COLUMNS} ${
                isSelected
                  ? 'bg-action-soft shadow-[inset_4px_0_0_var(--action)]'
                  : 'hover:bg-surface-soft'
              } ${index === active.activeIndex ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-4 group-focus-visible:outline-focus-line' : ''}`}
              onClick={() => {
                active.setActiveIndex(index);
                open(index);
              }}
            >
              <ShelterCells shelter={shelter} words={words} hasZoneData={props.hasZoneData} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
