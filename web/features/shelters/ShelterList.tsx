import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sheltersQuery, summaryQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { ShelterChips } from './ShelterChips.tsx';
import { ShelterSortChoice } from './ShelterSortChoice.tsx';
import { ShelterTable } from './ShelterTable.tsx';
import { meets, sortShelters } from './shelter-conditions.ts';

/** Which shelters stand in a zone, and what else is wrong with them. */
export function ShelterList({ code }: { readonly code: string }) {
  const words = useWords();
  const condition = useView((view) => view.shelters);
  const selection = useView((view) => view.selection);
  const sort = useView((view) => view.shelterSort);
  const order = useView((view) => view.shelterOrder);
  const query = useQuery(sheltersQuery(code));
  const summary = useQuery(summaryQuery(code));
  const all = query.data?.shelters;
  const shown = useMemo(
    () =>
      sortShelters(
        (all ?? []).filter((one) => meets(one, condition)),
        sort,
        order,
      ),
    [all, condition, sort, order],
  );
  if (query.isError && all === undefined)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (all === undefined) return <SkeletonLines count={12} className="p-4" />;
  if (all.length === 0)
    return (
      <EmptyState title={words.shelters.empty.title} text={words.shelters.empty.text}>
        <Button variant="primary" onPress={() => changeView({ place: 'data' })}>
          {words.shelters.empty.action}
        </Button>
      </EmptyState>
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-3 py-2.5">
        <div className="flex items-center justify-between gap-2">
          <h2 className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-18 font-bold">
            {words.shelters.title}
            <span className="number text-16 font-normal text-ink-soft" aria-live="polite">
              {words.shelters.count(formatNumber(shown.length))}
            </span>
          </h2>
          <a
            href={`/api/municipalities/${code}/shelters.csv`}
            download
            aria-label={words.shelters.csvLabel}
            className="inline-flex min-h-11 shrink-0 items-center gap-2 rounded-8 border border-line-strong px-3 hover:bg-surface-soft"
          >
            <Icon name="download" />
            {words.shelters.csv}
          </a>
        </div>
        <ShelterChips shelters={all} />
        <ShelterSortChoice />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.shelters.none.title} text={words.shelters.none.text}>
          <Button variant="primary" onPress={() => changeView({ shelters: null })}>
            {words.shelters.none.action}
          </Button>
        </EmptyState>
      ) : (
        <ShelterTable
          shelters={shown}
          hasZoneData={summary.data?.zoneDataAsOf.length !== 0}
          sort={sort}
          order={order}
          onSort={(next) => {
            const isTurned = next === sort && order === 'asc';
            changeView({ shelterSort: next, shelterOrder: isTurned ? 'desc' : 'asc' }, 'replace');
          }}
          selectedId={selection?.kind === 'shelter' ? selection.id : null}
          onOpen={(id) => changeView({ selection: { kind: 'shelter', id } })}
        />
      )}
    </div>
  );
}
