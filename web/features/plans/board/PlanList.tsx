// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight do not exist, so a list element cannot be used
// biome-ignore-all lint/a11y/useFocusableInteractive: the list box holds the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled by the list box
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { PlanBoard } from '#contract/plan-work';
import type { BoardFilters } from '../../../api/plans.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/Notice.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useActiveRow } from '../../../ui/use-active-row.ts';
import { FIRST_PLANS_VIEW, type PlansView } from '../plans-view.ts';
import { type PlanWords, usePlanWords } from '../use-plan-words.ts';
import { changePlansView, openPlan } from '../use-plans-view.ts';
import { PlanStrip } from './PlanStrip.tsx';
import { spokenPlanRow } from './plan-row-words.ts';
import { usePlanRows } from './use-plan-rows.ts';

const ROW_PIXELS = 84;

/** The plans one below the other, those in sight alone: gone through by keys, opened in the panel. */
export function PlanList(props: {
  readonly code: string;
  readonly filters: BoardFilters;
  readonly board: PlanBoard;
  readonly view: PlansView;
}) {
  const words = useWords();
  const say = usePlanWords();
  const rows = usePlanRows(props.code, props.filters);
  const selection = useView((view) => view.selection);
  const selectedId = selection?.kind === 'plan' ? selection.id : null;
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  });
  const open = (index: number) => {
    const row = rows.rowAt(index);
    if (row !== undefined) openPlan(row.id);
  };
  const active = useActiveRow(rows.total, (index) => virtualizer.scrollToIndex(index), open);
  const items = virtualizer.getVirtualItems();
  const firstSeen = items[0]?.index ?? 0;
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => rows.see(firstSeen, lastSeen), [rows.see, firstSeen, lastSeen]);
  if (rows.total === 0) return <NoPlans view={props.view} />;
  const onRoster = onRosterWords(props.board.onRoster, say);
  const isActiveDrawn = items.some(({ index }) => index === active.activeIndex);
  return (
    <>
      {onRoster !== null && <p className="number px-4 pt-1 text-14">{onRoster}</p>}
      <p className="number px-4 py-1 text-14 text-ink-soft" aria-live="polite">
        {say.total(formatNumber(rows.total))}
        {words.dot}
        {say.filters.sorts[props.view.sort]}
      </p>
      <div
        ref={scrollRef}
        data-list
        role="listbox"
        aria-label={say.listLabel}
        aria-busy={rows.isOutdated}
        aria-activedescendant={isActiveDrawn ? `plan-${active.activeIndex}` : undefined}
        tabIndex={0}
        onKeyDown={active.onKeyDown}
        className="group focus-inset min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain border-t border-line"
      >
        <div
          role="presentation"
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, start, size }) => {
            const row = rows.rowAt(index);
            const isSelected = row !== undefined && row.id === selectedId;
            return (
              <div
                key={index}
                id={`plan-${index}`}
                role="option"
                aria-selected={isSelected}
                aria-setsize={rows.total}
                aria-posinset={index + 1}
                aria-label={
                  row === undefined ? words.frame.loading : spokenPlanRow(row, words, say)
                }
                style={{ height: size, transform: `translateY(${start}px)` }}
                className={`absolute inset-x-0 top-0 flex cursor-pointer items-center border-b border-line px-3 ${
                  isSelected
                    ? 'bg-action-soft shadow-[inset_4px_0_0_var(--action)]'
                    : 'hover:bg-surface-soft'
                } ${index === active.activeIndex ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-4 group-focus-visible:outline-focus-line' : ''}`}
                onClick={() => {
                  active.setActiveIndex(index);
                  open(index);
                }}
              >
                {row === undefined ? (
                  <Skeleton className="h-10 w-full" />
                ) : (
                  <PlanStrip row={row} words={words} say={say} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

/** Of the roster, so that who counts 「未着手」 knows whom else it holds; nothing where it tells of no plan. */
function onRosterWords({ complete, draft }: PlanBoard['onRoster'], say: PlanWords): string | null {
  if (complete + draft === 0) return null;
  return say.onRoster(formatNumber(complete + draft), formatNumber(complete), formatNumber(draft));
}

function NoPlans({ view }: { readonly view: PlansView }) {
  const say = usePlanWords();
  const isFiltered =
    view.stages.length + view.districts.length + view.tiers.length > 0 || view.leastDays !== null;
  if (!isFiltered && view.isMine)
    return (
      <EmptyState title={say.mine.none} text={say.mine.noneText}>
        <Button variant="primary" onPress={() => changePlansView({ isMine: false })}>
          {say.mine.showAll}
        </Button>
      </EmptyState>
    );
  const { stages, districts, tiers, leastDays } = FIRST_PLANS_VIEW;
  return (
    <EmptyState title={say.none.title} text={say.none.text}>
      <Button
        variant="primary"
        onPress={() => changePlansView({ stages, districts, tiers, leastDays })}
      >
        {say.filters.clear}
      </Button>
    </EmptyState>
  );
}
