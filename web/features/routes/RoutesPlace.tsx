import { lazy, Suspense, useEffect } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useMay } from '../../api/access.ts';
import { routeSeed } from '../../state/route-seed.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { WarningLine } from '../../ui/WarningLine.tsx';
import { CutOffTask } from './CutOffTask.tsx';
import { ChainTask } from './chain/ChainTask.tsx';
import { PrintedMap } from './PrintedMap.tsx';
import { RouteForm } from './RouteForm.tsx';
import { RouteResults } from './RouteResults.tsx';
import { RoutesLegend } from './RoutesLegend.tsx';
import { routeCursor, shownLine } from './route-marks.ts';
import { ROUTE_TASKS } from './route-plan.ts';
import { useFoundRoutes } from './use-found-routes.ts';
import { useLookAtRoutes } from './use-look-at-routes.ts';
import { changePlan } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

const FireTask = lazy(() => import('./fire/FireTask.tsx'));
const SiteTask = lazy(() => import('./site/SiteTask.tsx'));

/** Routes: found and compared, what becomes of people where roads are closed, and how help comes. */
export default function RoutesPlace({ municipality }: { readonly municipality: MunicipalityView }) {
  const { code } = municipality;
  const say = useRouteWords();
  const found = useFoundRoutes(code);
  const { plan, options } = found;
  useLookAtRoutes(found.query.isPlaceholderData ? undefined : found.answer);
  const { chosen } = found;
  // What lists and chart point at belongs to the route that was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each other route
  useEffect(() => {
    routeCursor.set(null);
    shownLine.set(null);
  }, [chosen]);
  useTakenSeed();
  useEffect(
    () => () => {
      setTool(null);
      routeCursor.set(null);
      shownLine.set(null);
    },
    [],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto" data-routes={plan.task}>
      <header className="flex flex-col gap-2 px-4 pt-3">
        <h2 className="text-20 font-bold">{say.title}</h2>
        <WarningLine code={code} />
        <fieldset
          aria-label={say.tasksLabel}
          className="not-printed flex flex-wrap overflow-hidden rounded-8 border border-line-strong"
        >
          {ROUTE_TASKS.map((task) => (
            <button
              key={task}
              type="button"
              aria-pressed={plan.task === task}
              className={`focus-inset min-h-11 flex-auto px-2 font-bold ${
                plan.task === task ? 'bg-action text-on-action' : 'hover:bg-surface-soft'
              }`}
              onClick={() => {
                setTool(null);
                shownLine.set(null);
                changePlan({ task });
              }}
            >
              {say.tasks[task]}
            </button>
          ))}
        </fieldset>
      </header>
      <PrintedMap />
      {options.data === undefined ? (
        options.isError ? (
          <LoadError error={options.error} onRetry={() => void options.refetch()} />
        ) : (
          <SkeletonLines count={8} className="p-4" />
        )
      ) : !options.data.hasRoads ? (
        <NoRoads />
      ) : plan.task === 'chain' ? (
        <ChainTask code={code} plan={plan} options={options.data} />
      ) : plan.task === 'cut-off' ? (
        <CutOffTask code={code} plan={plan} options={options.data} />
      ) : plan.task === 'fire' || plan.task === 'site' ? (
        <Suspense fallback={<SkeletonLines count={8} className="p-4" />}>
          {plan.task === 'fire' ? (
            <FireTask code={code} plan={plan} options={options.data} />
          ) : (
            <SiteTask code={code} plan={plan} options={options.data} />
          )}
        </Suspense>
      ) : (
        <>
          <RouteForm code={code} plan={plan} places={found.places} options={options.data} />
          <div className="border-t border-line">
            <RouteResults found={found} />
          </div>
          <RoutesLegend />
        </>
      )}
    </div>
  );
}

/** An end that a panel asked for, once: beside what the plan has already. */
function useTakenSeed() {
  const seed = routeSeed.use();
  useEffect(() => {
    if (seed === null) return;
    routeSeed.set(null);
    const { task = 'route', ...place } = seed;
    const end = place.kind === 'resident' ? { from: place } : { to: place };
    changePlan({ ...end, task, via: [] }, 'replace');
  }, [seed]);
}

function NoRoads() {
  const say = useRouteWords().noRoads;
  const may = useMay();
  return (
    <EmptyState title={say.title} text={say.text}>
      {may('data.see') && (
        <Button variant="primary" onPress={() => changeView({ place: 'data' })}>
          {say.button}
        </Button>
      )}
    </EmptyState>
  );
}
