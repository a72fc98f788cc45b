import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CutOffQuestion } from '#contract/cut-off';
import type { RouteOptions } from '#contract/route';
import { cutOffQuery } from '../../api/routes.ts';
import { hasClosures, type RoutePlan } from './route-plan.ts';
import { closuresOf } from './use-found-routes.ts';
import { usePlan } from './use-plan.ts';

/** Who is cut off by the closures of the plan, the same for list and map. */
export function useCutOff(code: string, options: RouteOptions | undefined) {
  const plan = usePlan();
  const isAsked = options?.hasRoads === true && plan.task === 'cut-off' && hasClosures(plan);
  const asked = isAsked ? questionOf(plan, options) : null;
  const key = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question stays the same object
  const question = useMemo(() => asked, [key]);
  return { question, query: useQuery(cutOffQuery(code, question)) };
}

function questionOf(plan: RoutePlan, options: RouteOptions): CutOffQuestion {
  return {
    footProfile: footProfileOf(plan, options),
    vehicleProfile: plan.vehicle,
    isNight: plan.isNight,
    ...closuresOf(plan),
  };
}

/** The plan's profile where it is one on foot, else the first that is. */
export function footProfileOf(plan: RoutePlan, { profiles }: RouteOptions): string {
  const onFoot = profiles.filter(({ isFourWheeled }) => !isFourWheeled);
  return (onFoot.find(({ id }) => id === plan.profile) ?? onFoot[0])?.id ?? plan.profile;
}
