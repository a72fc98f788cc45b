import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WholeChainQuestion } from '#contract/whole-chain';
import { routeOptionsQuery, wholeChainQuery } from '../../../api/routes.ts';
import type { RoutePlan } from '../route-plan.ts';
import { closuresOf } from '../use-found-routes.ts';
import { usePlan } from '../use-plan.ts';

/** The check of the person whose home is the start of the plan, the same for list and map. */
export function useWholeChain(code: string) {
  const plan = usePlan();
  const options = useQuery(routeOptionsQuery(code));
  const isAsked = options.data?.hasRoads === true && plan.task === 'chain';
  const residentId = isAsked && plan.from?.kind === 'resident' ? plan.from.id : null;
  const asked = questionOf(plan);
  const key = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question stays the same object
  const question = useMemo(() => asked, [key]);
  const query = useQuery(wholeChainQuery(code, residentId, question));
  const chain = residentId === null ? undefined : query.data;
  const shown = chain?.ways[plan.chain.way] ?? chain?.ways[0];
  return { plan, residentId, query, chain, shown };
}

function questionOf(plan: RoutePlan): WholeChainQuestion {
  return {
    shelterId: plan.to?.kind === 'shelter' ? plan.to.id : null,
    profile: plan.chain.mover,
    supporterProfile: plan.chain.helper,
    policy: plan.policy,
    isNight: plan.isNight,
    ...closuresOf(plan),
  };
}
