import { cheapestInsertion, type Insertion, insert } from './insertion.ts';
import type { TourProblem } from './orders.ts';
import type { Route } from './route.ts';
import { windowOf } from './ruin.ts';
import { makeSolution, type Solution } from './solution.ts';

const BLINK_SHARE = 0.01;

/** In what order those left out are put back: number of a key, weighted by how often it stands here. */
const SORTS = ['random', 'load', 'far', 'near', 'short-window', 'early', 'late'] as const;
const WEIGHTS: Readonly<Record<(typeof SORTS)[number], number>> = {
  random: 4,
  load: 4,
  far: 2,
  near: 1,
  'short-window': 2,
  early: 2,
  late: 2,
};
const DRAWN = SORTS.flatMap((sort) => Array.from({ length: WEIGHTS[sort] }, () => sort));

/** Puts back what was left out, each order where it costs least now; what fits nowhere stays out. */
export function recreate(
  problem: TourProblem,
  ruined: { readonly routes: readonly Route[]; readonly absent: readonly number[] },
  random: () => number,
): Solution {
  const routes = [...ruined.routes];
  const absent: number[] = [];
  const blink = () => random() < BLINK_SHARE;
  for (const order of sorted(problem, ruined.absent, random)) {
    const best = cheapestOverall(problem, routes, order, blink);
    if (best === null) absent.push(order);
    else routes[best.route.carrier] = insert(problem, best);
  }
  return makeSolution(routes, absent);
}

export function cheapestOverall(
  problem: TourProblem,
  routes: readonly Route[],
  order: number,
  blink?: () => boolean,
): Insertion | null {
  let best = null as Insertion | null;
  const emptyKinds = new Set<number>();
  for (const route of routes) {
    if (route.stops.length === 0) {
      const kind = sameAs(problem, route.carrier);
      if (emptyKinds.has(kind)) continue;
      emptyKinds.add(kind);
    }
    best = cheapestInsertion(problem, route, order, best?.addedCost, blink) ?? best;
  }
  return best;
}

/** The first carrier that is like this one: of several that stand idle it is enough to look at one. */
function sameAs({ carriers }: TourProblem, carrier: number): number {
  const own = carriers[carrier]!;
  return carriers.findIndex(
    (other) =>
      other.startPlace === own.startPlace &&
      other.endPlace === own.endPlace &&
      other.seats === own.seats &&
      other.wheelchairPlaces === own.wheelchairPlaces &&
      other.fromSeconds === own.fromSeconds &&
      other.untilSeconds === own.untilSeconds,
  );
}

function sorted(problem: TourProblem, orders: readonly number[], random: () => number): number[] {
  const sort = DRAWN[Math.floor(random() * DRAWN.length)]!;
  const keys = new Map(
    orders.map((order) => [order, sort === 'random' ? random() : keyOf(problem, order, sort)]),
  );
  return [...orders].sort((a, b) => keys.get(a)! - keys.get(b)! || a - b);
}

function keyOf(problem: TourProblem, order: number, sort: (typeof SORTS)[number]): number {
  const { pickUp, dropOff, seats, wheelchairPlaces } = problem.orders[order]!;
  const { ready, due } = windowOf(problem, order);
  const base = dropOff?.place ?? problem.carriers[0]?.startPlace ?? pickUp.place;
  const away = Math.min(problem.costs.values[pickUp.place * problem.costs.size + base]!, 1e12);
  switch (sort) {
    case 'load':
      // A wheelchair place is what there are fewest of.
      return -(wheelchairPlaces * 1000 + seats);
    case 'far':
      return -away;
    case 'near':
      return away;
    case 'short-window':
      return Math.min(due, 1e12) - ready;
    case 'early':
      return ready;
    case 'late':
      return -Math.min(due, 1e12);
    default:
      return 0;
  }
}
