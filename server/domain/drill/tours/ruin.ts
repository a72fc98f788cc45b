import { orderOf, pickUpOf, stopAt, type TourProblem } from './orders.ts';
import { makeRoute, type Route } from './route.ts';
import { ordersOf, type Solution } from './solution.ts';

/** Orders taken out at once, on the average, and the longest string of neighbours in one tour. */
const MEAN_REMOVED = 10;
const LONGEST_STRING = 10;
/** How often a string keeps some of its middle, and how often what it keeps grows. */
const SPLIT_SHARE = 0.5;
const SPLIT_DEPTH = 0.01;

/** For each order the others, nearest first: by what it costs to go between their stops. */
export function neighboursOf(problem: TourProblem): readonly Int32Array[] {
  const { costs, orders } = problem;
  const between = (from: number, to: number) =>
    (costs.values[from * costs.size + to]! + costs.values[to * costs.size + from]!) / 2;
  return orders.map((order, own) => {
    const apart = orders.map(
      (other) =>
        between(order.pickUp.place, other.pickUp.place) +
        (order.dropOff === null || other.dropOff === null
          ? 0
          : between(order.dropOff.place, other.dropOff.place)),
    );
    // Infinity less Infinity is no number, and would leave the order undefined.
    const near = orders.map((_, other) => other).filter((other) => other !== own);
    near.sort((a, b) => (apart[a] === apart[b] ? a - b : apart[a]! < apart[b]! ? -1 : 1));
    return Int32Array.from([own, ...near]);
  });
}

/**
 * Takes strings of neighbouring stops out of tours that lie near one order (Christiaens and Vanden Berghe,
 * "Slack Induction by String Removals for Vehicle Routing Problems", Transportation Science 54 (2), 2020).
 * The other stop of an order goes with it.
 */
export function ruin(
  problem: TourProblem,
  solution: Solution,
  neighbours: readonly Int32Array[],
  random: () => number,
): { routes: Route[]; absent: number[] } {
  const driven = solution.routes.filter(({ stops }) => stops.length > 0);
  const stopCount = driven.reduce((sum, { stops }) => sum + stops.length, 0);
  const longest = Math.min(LONGEST_STRING, stopCount / Math.max(driven.length, 1));
  const mostStrings = (4 * MEAN_REMOVED) / (1 + longest) - 1;
  const strings = Math.floor(random() * mostStrings) + 1;
  const routeOf = new Int32Array(problem.orders.length).fill(-1);
  for (const [number, route] of solution.routes.entries())
    for (const order of ordersOf(route)) routeOf[order] = number;
  const ruined = new Set<number>();
  const routes = [...solution.routes];
  const absent = [...solution.absent];
  const seed = Math.floor(random() * problem.orders.length);
  for (const order of neighbours[seed] ?? []) {
    if (ruined.size >= strings) break;
    const number = routeOf[order]!;
    if (number === -1 || ruined.has(number)) continue;
    ruined.add(number);
    const route = routes[number]!;
    const most = Math.min(route.stops.length, longest);
    const length = Math.floor(random() * most) + 1;
    const taken = stringAround(route, pickUpOf(order), length, random);
    routes[number] = without(problem, route, taken);
    const kept = new Set(ordersOf(routes[number]!));
    absent.push(...ordersOf(route).filter((one) => !kept.has(one)));
  }
  return { routes, absent };
}

function stringAround(
  { stops }: Route,
  stop: number,
  length: number,
  random: () => number,
): Set<number> {
  let kept = 0;
  if (length > 1 && random() < SPLIT_SHARE) {
    kept = 1;
    while (length + kept < stops.length && random() < SPLIT_DEPTH) kept += 1;
    kept = Math.min(kept, stops.length - length);
  }
  const span = length + kept;
  const at = stops.indexOf(stop);
  const first = Math.max(0, at - span + 1);
  const last = Math.min(at, stops.length - span);
  const start = first + Math.floor(random() * (last - first + 1));
  const keptFrom = start + 1 + Math.floor(random() * Math.max(length - 1, 0));
  return new Set(
    stops
      .slice(start, start + span)
      .filter((_, place) => {
        const position = start + place;
        return kept === 0 || position < keptFrom || position >= keptFrom + kept;
      })
      .map(orderOf),
  );
}

/** A tour without some orders; without any where what is left could not be driven in time. */
export function without(problem: TourProblem, route: Route, orders: ReadonlySet<number>): Route {
  const stops = route.stops.filter((stop) => !orders.has(orderOf(stop)));
  const rest = makeRoute(problem, route.carrier, stops);
  return rest.isFeasible ? rest : makeRoute(problem, route.carrier, []);
}

/** Seconds between which the pick-up of an order may begin. */
export function windowOf(problem: TourProblem, order: number): { ready: number; due: number } {
  const { readySeconds, dueSeconds } = stopAt(problem, pickUpOf(order));
  return { ready: readySeconds, due: dueSeconds };
}
