// biome-ignore-all lint/a11y/useFocusableInteractive: the list box holds the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled by the list box
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useActiveRow } from '../../ui/use-active-row.ts';
import { ResidentStrip } from './ResidentStrip.tsx';
import { spokenRow } from './row-words.ts';
import type { ResidentRows } from './use-resident-rows.ts';

export interface ResidentViewProps {
  readonly rows: ResidentRows;
  readonly total: number;
  readonly selectedId: string | null;
  /** Row of the selected person where it is known, to be brought into sight. */
  readonly selectedIndex: number | null;
  /** Without any zone data nobody can be judged, wherever the house stands. */
  readonly hasZoneData: boolean;
  readonly onOpen: (id: string) => void;
}

const STRIP_HEIGHT_PIXELS = 84;

/** The list as strips beside the map. */
export function ResidentStrips(props: ResidentViewProps) {
  const { rows, total, selectedIndex } = props;
  const words = useWords();
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => STRIP_HEIGHT_PIXELS,
    overscan: 8,
  });
  const open = (index: number) => {
    const row = rows.rowAt(index);
    if (row !== undefined) props.onOpen(row.id);
  };
  const active = useActiveRow(total, (index) => virtualizer.scrollToIndex(index), open);
  const items = virtualizer.getVirtualItems();
  const firstSeen = items[0]?.index ?? 0;
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => rows.see(firstSeen, lastSeen), [rows.see, firstSeen, lastSeen]);
  useEffect(() => {
    if (selectedIndex !== null) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtualizer]);

  return (
    <div
      ref={scrollRef}
      id="residents"
      data-list
      role="listbox"
      aria-label={words.people.listTitle}
      aria-activedescendant={total > 0 ? `resident-${active.activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={active.onKeyDown}
      className="group focus-inset min-h-0 flex-1 overflow-y-auto overscroll-contain"
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const row = rows.rowAt(index);
          const isSelected = row !== undefined && row.id === props.selectedId;
          return (
            <div
              key={index}
              id={`resident-${index}`}
              role="option"
              aria-selected={isSelected}
              aria-label={
                row === undefined ? words.frame.loading : spokenRow(row, words, props.hasZoneData)
              }
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ height: size, transform: `translateY(${start}px)` }}
              className={`absolute inset-x-0 top-0 flex items-center border-b border-line px-3 ${
                isSelected
                  ? 'bg-action-soft shadow-[inset_4px_0_0_var(--action)]'
                  : 'hover:bg-surface-soft'
              } ${index === active.activeIndex ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-6 group-focus-visible:outline-focus-line' : ''}`}
              onClick={() => {
                active.setActiveIndex(index);
                open(index);
              }}
            >
              {row === undefined ? (
                <Skeleton className="h-12 w-full" />
              ) : (
                <ResidentStrip row={row} words={words} hasZoneData={props.hasZoneData} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
