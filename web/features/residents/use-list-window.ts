import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useActiveRow } from '../../ui/use-active-row.ts';
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

interface Measures {
  readonly rowPixels: number;
  readonly overscan: number;
  /** What covers the top of the list. */
  readonly headPixels: number;
}

/** The rows in sight of a long list: fetched as they come, gone through by keys, the selected one shown. */
export function useListWindow(props: ResidentViewProps, measures: Measures) {
  const { rows, total, selectedIndex } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => measures.rowPixels,
    overscan: measures.overscan,
    scrollPaddingStart: measures.headPixels,
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
  const press = (index: number) => {
    active.setActiveIndex(index);
    open(index);
  };
  return { scrollRef, items, active, press, totalPixels: virtualizer.getTotalSize() };
}
