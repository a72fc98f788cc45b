import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useMay } from '../../api/access.ts';
import { type ResidentListKey, summaryQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { FileChoice } from './FileChoice.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ResidentStrips } from './ResidentStrips.tsx';
import { ResidentTable } from './ResidentTable.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { SortChoice } from './SortChoice.tsx';
import { findSelectedIndex } from './selected-index.ts';
import { type ResidentRows, useResidentRows } from './use-resident-rows.ts';

interface ResidentListProps {
  readonly code: string;
  readonly layout: 'strips' | 'table';
  /** Rank of the selected person, where known: tells where to scroll. */
  readonly selectedRank: number | null;
  /** What stands above the list. */
  readonly children?: ReactNode;
}

/** Who comes first: filters, sorting and the rows, as strips or as a table. */
export function ResidentList({ code, layout, selectedRank, children }: ResidentListProps) {
  const words = useWords();
  const may = useMay();
  const filters = useView((view) => view.filters);
  const sort = useView((view) => view.sort);
  const selection = useView((view) => view.selection);
  const list: ResidentListKey = useMemo(() => ({ filters, sort }), [filters, sort]);
  const rows = useResidentRows(code, list);
  const selectedId = selection?.kind === 'resident' ? selection.id : null;
  const isFirstTier = JSON.stringify(filters) === '{"tier":["1"]}';
  const isTable = layout === 'table';
  const summary = useQuery(summaryQuery(code));

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-3 py-2.5">
        {!isTable && children}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 className="flex items-baseline gap-2 text-18 font-bold whitespace-nowrap">
            {isFirstTier ? words.people.whoFirst : words.people.listTitle}
            <span className="number text-16 font-normal text-ink-soft" aria-live="polite">
              {rows.total === null ? '' : words.people.shown(formatNumber(rows.total))}
            </span>
          </h2>
          {isTable ? <div className="max-w-xl min-w-80 flex-1">{children}</div> : <SortChoice />}
        </div>
        <div className={`flex gap-y-1 ${isTable ? 'flex-wrap items-center gap-x-4' : 'flex-col'}`}>
          <FilterBar code={code} counts={rows.counts} />
          <div className="-mx-2 -my-1 flex flex-wrap items-center gap-x-1">
            {may('filters.see') && <SavedFilters code={code} list={list} />}
            {isTable && <ColumnChoice />}
            <FileChoice code={code} list={list} />
          </div>
        </div>
      </div>
      <ListBody
        key={JSON.stringify(list)}
        rows={rows}
        isTable={isTable}
        hasZoneData={summary.data?.zoneDataAsOf.length !== 0}
        selectedId={selectedId}
        selectedIndex={findSelectedIndex(rows, list, selectedId, selectedRank)}
        isFiltered={Object.keys(filters).length > 0}
      />
    </div>
  );
}

function ListBody(props: {
  readonly rows: ResidentRows;
  readonly isTable: boolean;
  readonly hasZoneData: boolean;
  readonly selectedId: string | null;
  readonly selectedIndex: number | null;
  readonly isFiltered: boolean;
}) {
  const words = useWords();
  const { rows, isTable } = props;
  if (rows.error !== null) return <LoadError error={rows.error} onRetry={rows.retry} />;
  if (rows.total === null) return <SkeletonLines count={12} className="p-4" />;
  if (rows.total === 0) {
    const say = props.isFiltered ? words.people.empty : words.people.noPeople;
    return (
      <EmptyState title={say.title} text={say.text}>
        <Button
          variant="primary"
          onPress={() => changeView(props.isFiltered ? { filters: {} } : { place: 'data' })}
        >
          {say.action}
        </Button>
      </EmptyState>
    );
  }
  const View = isTable ? ResidentTable : ResidentStrips;
  return (
    <View
      rows={rows}
      total={rows.total}
      hasZoneData={props.hasZoneData}
      selectedId={props.selectedId}
      selectedIndex={props.selectedIndex}
      onOpen={(id) => changeView({ selection: { kind: 'resident', id } })}
    />
  );
}
