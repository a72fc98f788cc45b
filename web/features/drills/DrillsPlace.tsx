import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { DrillView } from '#contract/drill';
import type { MunicipalityView } from '#contract/municipality';
import { drillQuery } from '../../api/drills.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { Badge } from './Badge.tsx';
import { DRILL_TABS, type DrillTab } from './drills-view.ts';
import { DrillList } from './list/DrillList.tsx';
import { PlanTab } from './plan/PlanTab.tsx';
import { useDrillWords } from './use-drill-words.ts';
import { changeDrillsView, useDrillsView } from './use-drills-view.ts';

const RunTab = lazy(() => import('./run/RunTab.tsx'));
const RoutesTab = lazy(() => import('./routes/RoutesTab.tsx'));
const AfterTab = lazy(() => import('./after/AfterTab.tsx'));
const PublishTab = lazy(() => import('./publish/PublishTab.tsx'));

/** Drills of welfare shelters: the list, and one of them from its plan to what is published of it. */
export default function DrillsPlace({ municipality }: { readonly municipality: MunicipalityView }) {
  const { code } = municipality;
  const { drill } = useDrillsView();
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-drills={drill ?? 'list'}>
      {drill === null ? <DrillList code={code} /> : <Drill key={drill} code={code} id={drill} />}
    </div>
  );
}

function Drill({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useWords();
  const say = useDrillWords();
  const { tab } = useDrillsView();
  const query = useQuery(drillQuery(code, id));
  const view = query.data;
  return (
    <>
      <header className="not-printed flex flex-col border-b border-line px-4 pt-2">
        <div className="flex flex-wrap items-center gap-x-3">
          <Button
            variant="quiet"
            className="-ml-2 px-2 text-14"
            onPress={() =>
              changeDrillsView({ drill: null, tab: 'plan', part: 'basics', picked: null })
            }
          >
            ← {say.back}
          </Button>
          {view !== undefined && (
            <>
              <h2 className="text-18 font-bold">{view.title}</h2>
              <Badge isStrong={view.state === 'running'}>{say.states[view.state]}</Badge>
              <span className="number text-14">{words.date(view.date)}</span>
            </>
          )}
        </div>
        <nav aria-label={say.tabsLabel} className="flex flex-wrap">
          {DRILL_TABS.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === tab ? 'page' : undefined}
              className={`focus-inset min-h-12 border-b-4 px-3 ${
                one === tab
                  ? 'border-action font-bold text-action'
                  : 'border-transparent hover:bg-surface-soft'
              }`}
              onClick={() => changeDrillsView({ tab: one })}
            >
              {say.tabs[one]}
            </button>
          ))}
        </nav>
      </header>
      {view === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={12} className="p-6" />
        )
      ) : (
        <Suspense fallback={<SkeletonLines count={12} className="p-6" />}>
          <Tab {...{ code, view, tab }} />
        </Suspense>
      )}
    </>
  );
}

function Tab(props: { readonly code: string; readonly view: DrillView; readonly tab: DrillTab }) {
  const { code, view, tab } = props;
  switch (tab) {
    case 'plan':
      return <PlanTab code={code} view={view} />;
    case 'routes':
      return <RoutesTab code={code} view={view} />;
    case 'run':
      return <RunTab code={code} view={view} />;
    case 'after':
      return <AfterTab code={code} view={view} />;
    case 'publish':
      return <PublishTab code={code} view={view} />;
  }
}
