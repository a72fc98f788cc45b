import { type KeyboardEvent, useState } from 'react';

const PAGE_STEP = 10;

interface ActiveRow {
  readonly activeIndex: number;
  readonly setActiveIndex: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Moves through a long list by arrow keys, Page Up and Down, Home and End; Enter or Space opens. */
export function useActiveRow(
  count: number,
  scrollTo: (index: number) => void,
  open: (index: number) => void,
): ActiveRow {
  const [activeIndex, setActiveIndex] = useState(0);
  const clamped = Math.min(activeIndex, Math.max(0, count - 1));
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: clamped + 1,
    ArrowUp: clamped - 1,
    PageDown: clamped + PAGE_STEP,
    PageUp: clamped - PAGE_STEP,
    Home: 0,
    End: count - 1,
  };
  return {
    activeIndex: clamped,
    setActiveIndex,
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || count === 0) return;
      const target = targets[event.key];
      if (target !== undefined) {
        event.preventDefault();
        const next = Math.max(0, Math.min(count - 1, target));
        setActiveIndex(next);
        scrollTo(next);
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        open(clamped);
      }
    },
  };
}
