import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RouteQuestion } from '#contract/route';
import { routeOptionsQuery, routesQuery } from '../../api/routes.ts';
import type { RoutePlan } from './route-plan.ts';
import { usePlan } from './use-plan.ts';
import { type ResolvedPlan, usePlannedPlaces } from './use-planned-places.ts';

/** The routes of the plan, the same for list and map. */
export function useFoundRoutes(code: string) {
  const plan = usePlan();
  const places = usePlannedPlaces(code, plan);
  const options = useQuery(routeOptionsQuery(code));
  const hasRoads = options.data?.hasRoads === true;
  const asked = hasRoads && plan.task === 'route' ? questionOf(plan, places) : null;
  const key = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question stays the same object
  const question = useMemo(() => asked, [key]);
  const query = useQuery(routesQuery(code, question));
  const answer = question === null ? undefined : query.data;
  const chosen = answer?.routes[plan.chosen] ?? answer?.routes[0];
  return { plan, places, options, question, query, answer, chosen };
}

/** What the server is asked; null while an end is missing or not known yet. */
function questionOf(plan: RoutePlan, places: ResolvedPlan): RouteQuestion | null {
  const from = places.from?.position;
  const to = places.to?.position;
  const via = places.via.map(({ position }) => position);
  if (!from || !to || via.includes(null)) return null;
  return {
    from: [...from],
    to: [...to],
    via: via.flatMap((position) => (position === null ? [] : [[...position]])),
    profile: plan.profile,
    policy: plan.policy,
    isNight: plan.isNight,
    ...closuresOf(plan),
    alternatives: via.length === 0,
  };
}

/** What is closed, as the server takes it. */
export function closuresOf(plan: RoutePlan) {
  return {
    closedRoads: [...plan.closedRoads],
    closedPhenomena: [...plan.closedPhenomena],
    ...(plan.closedArea !== null && {
      closedArea: plan.closedArea.map(([lng, lat]): [number, number] => [lng, lat]),
    }),
  };
}
