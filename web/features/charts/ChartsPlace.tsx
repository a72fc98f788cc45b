import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import type { Charts } from '#contract/chart';
import type { MunicipalityView } from '#contract/municipality';
import type { Access } from '#domain/access/rules';
import { useMay } from '../../api/access.ts';
import { chartsQuery } from '../../api/charts.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { CompareTab } from './CompareTab.tsx';
import { CHART_TABS, type ChartTab } from './charts-view.ts';
import { DistrictTab } from './DistrictTab.tsx';
import { useChartWords } from './use-chart-words.ts';
import { changeChartsView, useChartsView } from './use-charts-view.ts';

/** What every tab is given: the charts as they stand. */
export interface ChartTabProps {
  readonly code: string;
  readonly charts: Charts;
}

const TABS: Readonly<
  Record<ChartTab, { readonly access: Access; readonly Tab: ComponentType<ChartTabProps> }>
> = {
  district: { access: 'charts.see', Tab: DistrictTab },
  compare: { access: 'charts.see', Tab: CompareTab },
  trend: { access: 'charts.history', Tab: lazy(() => import('./TrendTab.tsx')) },
  items: { access: 'charts.change', Tab: lazy(() => import('./ItemsTab.tsx')) },
  figures: { access: 'charts.change', Tab: lazy(() => import('./FiguresTab.tsx')) },
  publish: { access: 'charts.publish', Tab: lazy(() => import('./PublishTab.tsx')) },
};

/** District charts: one district, all of them compared and on the map, how an item went, and what the city keeps. */
export default function ChartsPlace({ municipality }: { readonly municipality: MunicipalityView }) {
  const { code } = municipality;
  const say = useChartWords();
  const view = useChartsView();
  const may = useMay();
  const query = useQuery(chartsQuery(code));
  const charts = query.data;
  const tab = may(TABS[view.tab].access) ? view.tab : 'district';
  const { Tab } = TABS[tab];
  const isEmpty = charts !== undefined && !charts.districts.some(({ isDistrict }) => isDistrict);
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-charts={tab}>
      <fieldset className="flex flex-wrap gap-1 border-b border-line px-4 py-2">
        <legend className="sr-only">{say.tabsLabel}</legend>
        {CHART_TABS.filter((name) => may(TABS[name].access)).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === tab}
            className={`min-h-11 rounded-8 px-3 text-16 ${
              name === tab ? 'bg-action font-bold text-on-action' : 'hover:bg-surface-strong'
            }`}
            onClick={() => changeChartsView(view, { tab: name })}
          >
            {say.tabs[name]}
          </button>
        ))}
      </fieldset>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <h2 className="sr-only">{say.tabs[tab]}</h2>
        {query.isPending && <SkeletonLines count={12} className="p-5" />}
        {query.isError && charts === undefined && (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        )}
        {isEmpty && (
          <EmptyState title={say.empty.title} text={say.empty.text}>
            {may('data.change') && (
              <Button variant="primary" onPress={() => changeView({ place: 'data' })}>
                {say.empty.open}
              </Button>
            )}
          </EmptyState>
        )}
        {charts !== undefined && !isEmpty && (
          <Suspense fallback={<SkeletonLines count={12} className="p-5" />}>
            <Tab code={code} charts={charts} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
