import type { QueryClient } from '@tanstack/react-query';
import type { RouteAnswer } from '#contract/route';
import type { Position } from '#domain/geo/position';
import { foundRoute } from '#domain/plan/found-route';
import type { PlanContent } from '#domain/plan/plan';
import { planRoadsOf, routesQuery } from '../../../api/routes.ts';
import { createStore } from '../../../state/store.ts';
import type { RouteEnds } from './plan-route.ts';

export interface RouteAsked extends RouteEnds {
  readonly via: readonly Position[];
  readonly isNight: boolean;
}

interface RouteFinding {
  readonly residentId: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly asked: RouteAsked;
  readonly answer: RouteAnswer | null;
  /** Which of the answer stands in the plan. */
  readonly chosen: number;
}

/** The way that is being looked for, the same for form and map; of the last person alone. */
export const routeFinding = createStore<RouteFinding | null>(null);

/** As the router is asked by itself: red zones are kept out of where another way leads there. */
const POLICY = 'keep-out-of-red';

/** Looks for the way and puts the best into the plan. What was asked before and comes later is left out. */
export async function findRoute(
  queryClient: QueryClient,
  code: string,
  residentId: string,
  asked: RouteAsked,
  change: (update: (content: PlanContent) => PlanContent) => void,
): Promise<void> {
  const first: RouteFinding = {
    ...{ residentId, isPending: true, error: null, asked },
    // The former lines stay until the new ones are there.
    answer:
      routeFinding.get()?.residentId === residentId ? (routeFinding.get()?.answer ?? null) : null,
    chosen: 0,
  };
  routeFinding.set(first);
  const isLatest = () => routeFinding.get() === first;
  try {
    const question = {
      from: [...asked.from] as [number, number],
      to: [...asked.to] as [number, number],
      via: asked.via.map(([lng, lat]): [number, number] => [lng, lat]),
      ...{ profile: asked.profile, policy: POLICY, isNight: asked.isNight },
      alternatives: asked.via.length === 0,
    };
    const answer = await queryClient.fetchQuery(routesQuery(code, question));
    if (!isLatest()) return;
    const found = { ...first, isPending: false, answer };
    await putIntoPlan(code, found, 0, change, isLatest);
    if (isLatest()) routeFinding.set(found);
  } catch (error) {
    if (isLatest()) routeFinding.set({ ...first, isPending: false, error: error as Error });
  }
}

/** Takes another of the ways that were found. */
export async function chooseRoute(
  code: string,
  finding: RouteFinding,
  chosen: number,
  change: (update: (content: PlanContent) => PlanContent) => void,
): Promise<void> {
  const next = { ...finding, chosen };
  routeFinding.set(next);
  await putIntoPlan(code, next, chosen, change, () => routeFinding.get() === next);
}

async function putIntoPlan(
  code: string,
  { answer, asked }: RouteFinding,
  chosen: number,
  change: (update: (content: PlanContent) => PlanContent) => void,
  isLatest: () => boolean,
) {
  const wire = answer?.routes[chosen];
  if (answer === null || wire === undefined) return;
  // Ids of roads shift with the next file: their middles are kept beside them.
  const roads = (await planRoadsOf(code, wire.roadIds)).roads;
  if (!isLatest()) return;
  change((was) => ({ ...was, route: foundRoute(wire, answer.data, roads, asked) }));
}
