import { useEffect } from 'react';
import type { RouteOptions } from '#contract/route';
import { ApiError } from '../../../api/client.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution, EmptyState } from '../../../ui/Notice.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { RoutesLegend } from '../RoutesLegend.tsx';
import { routeCursor, shownLine } from '../route-marks.ts';
import type { RoutePlan } from '../route-plan.ts';
import { ChainForm } from './ChainForm.tsx';
import { ChainResults } from './ChainResults.tsx';
import { useChainWords } from './use-chain-words.ts';
import { useLookAtChain } from './use-look-at-chain.ts';
import { useWholeChain } from './use-whole-chain.ts';

interface ChainTaskProps {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
}

/** All of one person's evacuation, from the supporter's home to the destination. */
export function ChainTask({ code, plan, options }: ChainTaskProps) {
  const say = useChainWords();
  const found = useWholeChain(code);
  const { residentId, query, chain, shown } = found;
  useLookAtChain(query.isPlaceholderData ? undefined : chain);
  // What lists and chart point at belongs to the way that was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each other way
  useEffect(() => {
    routeCursor.set(null);
    shownLine.set(null);
  }, [shown]);
  return (
    <>
      <ChainForm code={code} plan={plan} options={options} />
      <div className="border-t border-line">
        {residentId === null ? (
          <div className="not-printed">
            <EmptyState {...say.start} />
          </div>
        ) : query.isError ? (
          <ChainProblem error={query.error} onRetry={() => void query.refetch()} />
        ) : chain === undefined ? (
          <>
            <p role="status" className="sr-only">
              {say.waiting}
            </p>
            <SkeletonLines count={8} className="p-4" />
          </>
        ) : (
          <ChainResults
            chain={chain}
            shown={shown}
            isOld={query.isPlaceholderData}
            plan={plan}
            options={options}
          />
        )}
      </div>
      <RoutesLegend />
    </>
  );
}

/** What was expected to stand in the way is said in its own words; how to go on, beside it. */
function ChainProblem(props: { readonly error: Error; readonly onRetry: () => void }) {
  const words = useWords();
  const say = useChainWords();
  const problem = props.error instanceof ApiError ? props.error.problem : null;
  if (problem === null || !/^(chain|route|shelter)\./.test(problem.code))
    return <LoadError error={props.error} onRetry={props.onRetry} />;
  return (
    <div role="alert" className="flex flex-col gap-2 p-4">
      <Caution>{words.pick(problem.messages)}</Caution>
      {problem.code === 'chain.profile-needed' && <p>{say.profileNeeded}</p>}
    </div>
  );
}
