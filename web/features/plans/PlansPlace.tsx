import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { Access } from '#domain/access/rules';
import { useMay } from '../../api/access.ts';
import { type BoardFilters, planBoardQuery } from '../../api/plans.ts';
import { formatNumber } from '../../i18n/format.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { BoardFiltersBar } from './board/BoardFiltersBar.tsx';
import { PlanList } from './board/PlanList.tsx';
import { StageBoard } from './board/StageBoard.tsx';
import { UnsavedPlans } from './board/UnsavedPlans.tsx';
import { BOARD_TABS, type PlansView } from './plans-view.ts';
import { ReviewQueue } from './reviews/ReviewQueue.tsx';
import { usePlanWords } from './use-plan-words.ts';
import { changePlansView, usePlansView } from './use-plans-view.ts';

const ProposalsTab = lazy(() => import('./proposals/ProposalsTab.tsx'));
const DeparturesTab = lazy(() => import('./departures/DeparturesTab.tsx'));

const PrintsTab = lazy(() => import('./prints/PrintsTab.tsx'));

interface Apart {
  readonly access: Access;
  readonly Tab: ComponentType<{ readonly code: string }>;
}

/** What tabs ask for by themselves, and who may; all others show what the board says. */
const APART = {
  proposals: { access: 'plans.propose', Tab: ProposalsTab },
  departures: { access: 'plans.propose', Tab: DeparturesTab },
  prints: { access: 'plans.print', Tab: PrintsTab },
} as const satisfies Partial<Record<PlansView['tab'], Apart>>;
const apartOf = (tab: PlansView['tab']) =>
  Object.entries(APART).find(([name]) => name === tab)?.[1];

/** Plans: what is for me to do and which comes first, where all of them stand, and the way into each. */
export default function PlansPlace({ municipality }: { readonly municipality: MunicipalityView }) {
  const { code } = municipality;
  const say = usePlanWords();
  const view = usePlansView();
  const filters = filtersOf(view);
  const may = useMay();
  const apart = apartOf(view.tab);
  const query = useQuery({ ...planBoardQuery(code, filters, 0), enabled: apart === undefined });
  const board = query.data;
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-plans={view.tab}>
      <header className="flex flex-col gap-2 border-b border-line px-4 pt-3 pb-2.5">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-20 font-bold">{say.title}</h2>
          <fieldset aria-label={say.tabs.label} className="flex flex-wrap">
            {BOARD_TABS.filter((tab) => may(apartOf(tab)?.access ?? 'plans.see')).map((tab) => (
              <button
                key={tab}
                type="button"
                aria-pressed={tab === view.tab}
                className={`focus-inset min-h-10 border-b-4 px-3 ${
                  tab === view.tab
                    ? 'border-action font-bold text-action'
                    : 'border-transparent hover:bg-surface-soft'
                }`}
                onClick={() => changePlansView({ tab })}
              >
                {say.tabs[tab]}
              </button>
            ))}
          </fieldset>
        </div>
        {view.tab === 'list' && (
          <>
            <WhoseTurn view={view} mine={board?.mine ?? null} people={board?.people ?? null} />
            <BoardFiltersBar code={code} view={view} stages={board?.stages ?? []} />
          </>
        )}
      </header>
      <UnsavedPlans code={code} />
      {apart !== undefined ? (
        <Suspense fallback={<SkeletonLines count={12} className="p-4" />}>
          <apart.Tab code={code} />
        </Suspense>
      ) : board === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={12} className="p-4" />
        )
      ) : view.tab === 'reviews' ? (
        <ReviewQueue code={code} view={view} />
      ) : view.tab === 'stages' ? (
        <StageBoard board={board} />
      ) : board.people === 0 ? (
        <EmptyState title={say.nobody.title} text={say.nobody.text} />
      ) : (
        <PlanList code={code} filters={filters} board={board} view={view} />
      )}
    </div>
  );
}

function WhoseTurn(props: {
  readonly view: PlansView;
  readonly mine: number | null;
  readonly people: number | null;
}) {
  const say = usePlanWords().mine;
  const choices = [
    { isMine: true, text: say.mine(props.mine === null ? '…' : formatNumber(props.mine)) },
    { isMine: false, text: say.all(props.people === null ? '…' : formatNumber(props.people)) },
  ];
  return (
    <fieldset
      aria-label={say.label}
      className="grid grid-cols-2 overflow-hidden rounded-8 border border-line-strong"
    >
      {choices.map(({ isMine, text }) => (
        <button
          key={String(isMine)}
          type="button"
          aria-pressed={isMine === props.view.isMine}
          className={`number focus-inset min-h-11 px-2 font-bold ${
            isMine === props.view.isMine ? 'bg-action text-on-action' : 'hover:bg-surface-soft'
          }`}
          onClick={() => changePlansView({ isMine })}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** As the server is asked. */
function filtersOf(view: PlansView): BoardFilters {
  return {
    ...(view.stages.length > 0 && { stage: view.stages.join(',') }),
    ...(view.districts.length > 0 && { district: view.districts.join(',') }),
    ...(view.tiers.length > 0 && { tier: view.tiers.join(',') }),
    ...(view.isMine && view.tab === 'list' && { mine: 'true' as const }),
    ...(view.leastDays !== null && { leastDays: view.leastDays }),
    sort: view.sort,
  };
}
