// biome-ignore-all lint/a11y/useFocusableInteractive: the list box holds the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled by the list box
import { useWords } from '../../i18n/use-words.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ResidentStrip } from './ResidentStrip.tsx';
import { spokenRow } from './row-words.ts';
import { type ResidentViewProps, useListWindow } from './use-list-window.ts';

const STRIP_HEIGHT_PIXELS = 84;

/** The list as strips beside the map. */
export function ResidentStrips(props: ResidentViewProps) {
  const { rows, total } = props;
  const words = useWords();
  const { scrollRef, items, active, press, totalPixels } = useListWindow(props, {
    rowPixels: STRIP_HEIGHT_PIXELS,
    overscan: 8,
    headPixels: 0,
  });

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
      <div role="presentation" className="relative" style={{ height: totalPixels }}>
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
              onClick={() => press(index)}
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
