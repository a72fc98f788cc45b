import { useQuery } from '@tanstack/react-query';
import { summaryQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { FIRST_VIEW, type Place, type ResidentFilters } from '../../state/view-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const FIGURES: readonly {
  readonly name: 'inside' | 'undetermined' | 'withoutPlan';
  readonly filters: ResidentFilters;
}[] = [
  { name: 'inside', filters: { red: ['inside'] } },
  { name: 'undetermined', filters: { red: ['undetermined'] } },
  { name: 'withoutPlan', filters: { plan: ['none', 'unknown'] } },
];

const SEEN_AS = {
  inside: 'insideRed',
  undetermined: 'undetermined',
  withoutPlan: 'withoutPlan',
} as const;

interface SummaryFiguresProps {
  readonly code: string;
  /** Word and number side by side, where height is dear. */
  readonly isInLine: boolean;
  /** The place that shows the people, where it is another one. */
  readonly opens?: Place;
}

/**
 * The three figures above the list. Each shows its people on list and map: where it holds more than these,
 * it says how many they are.
 */
export function SummaryFigures({ code, isInLine, opens }: SummaryFiguresProps) {
  const words = useWords();
  const filters = useView((view) => view.filters);
  const summary = useQuery(summaryQuery(code));
  if (summary.isError && summary.data === undefined)
    return <LoadError error={summary.error} onRetry={() => void summary.refetch()} />;
  const counts = summary.data && {
    inside: summary.data.insideRed,
    undetermined: summary.data.undetermined,
    withoutPlan: summary.data.withoutPlan,
  };
  const seen = summary.data?.seen ?? null;
  const hasZoneData = summary.data?.zoneDataAsOf.length !== 0;
  const isUnjudged = (name: keyof NonNullable<typeof counts>) =>
    !hasZoneData && name !== 'withoutPlan';
  return (
    <div className="flex flex-col gap-2">
      <fieldset className="grid grid-cols-3 gap-1.5" aria-label={words.people.figuresLabel}>
        {FIGURES.map((figure) => {
          const isChosen =
            opens === undefined && JSON.stringify(filters) === JSON.stringify(figure.filters);
          return (
            <button
              key={figure.name}
              type="button"
              aria-pressed={opens === undefined ? isChosen : undefined}
              onClick={() =>
                changeView({
                  filters: isChosen ? FIRST_VIEW.filters : figure.filters,
                  ...(opens !== undefined && { place: opens }),
                })
              }
              className={`flex min-w-0 rounded-8 border px-2 text-left ${isInLine ? 'min-h-9 flex-wrap items-center justify-between gap-x-2' : 'flex-col items-start py-1.5'} ${
                isChosen
                  ? 'border-action bg-action-soft shadow-[inset_0_0_0_1px_var(--action)]'
                  : 'border-line bg-surface hover:border-line-strong'
              }`}
            >
              <span className="text-14 leading-snug text-ink-soft">
                {words.people.figures[figure.name]}
              </span>
              {counts === undefined ? (
                <Skeleton className="h-7 w-14" />
              ) : (
                <span
                  className={`number leading-tight font-bold ${isInLine ? 'text-18' : 'text-24'}`}
                >
                  {isUnjudged(figure.name) ? '—' : words.count(counts[figure.name])}
                  {words.language === 'ja' &&
                    !isUnjudged(figure.name) &&
                    counts[figure.name] !== null && (
                      <span className="ml-0.5 text-14 font-normal">人</span>
                    )}
                </span>
              )}
              {seen !== null && !isUnjudged(figure.name) && (
                <span className="number break-keep text-14 leading-snug text-ink-soft">
                  {words.people.seenOf(formatNumber(seen[SEEN_AS[figure.name]]))}
                </span>
              )}
            </button>
          );
        })}
      </fieldset>
      {hasZoneData ? (
        !isInLine &&
        summary.data !== undefined &&
        summary.data.shelters > 0 && (
          <button
            type="button"
            className="inline-flex min-h-9 items-center gap-1 self-start rounded-8 px-1 text-14 text-action underline underline-offset-4 hover:bg-action-soft"
            onClick={() => changeView({ place: 'shelters', shelters: 'inside', selection: null })}
          >
            {words.shelters.inZone(formatNumber(summary.data.sheltersInZone))}
            <Icon name="right" className="size-4" />
          </button>
        )
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Caution>{words.people.noZoneData.reason}</Caution>
          <Button variant="primary" onPress={() => changeView({ place: 'data' })}>
            {words.people.noZoneData.action}
          </Button>
        </div>
      )}
      {summary.data?.assessmentStale && <Caution>{words.people.stale}</Caution>}
    </div>
  );
}
