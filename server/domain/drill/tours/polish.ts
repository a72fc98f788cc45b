import { insert } from './insertion.ts';
import type { TourProblem } from './orders.ts';
import { cheapestOverall } from './recreate.ts';
import { makeRoute, type Route } from './route.ts';
import { makeSolution, ordersOf, type Solution } from './solution.ts';

const LEAST_GAIN = 1e-7;

/**
 * Moves single orders to where they cost less and turns round parts of tours, until neither gains anything:
 * nobody who reads the tours finds a better one by one such move.
 */
export function polish(
  problem: TourProblem,
  solution: Solution,
  shouldStop: () => boolean,
): Solution {
  let current = solution;
  while (!shouldStop()) {
    const next = afterOneMove(problem, current) ?? afterOneTurn(problem, current);
    if (next === null) return current;
    current = next;
  }
  return current;
}

function afterOneMove(problem: TourProblem, { routes, absent }: Solution): Solution | null {
  for (const order of absent) {
    const place = cheapestOverall(problem, routes, order);
    if (place === null) continue;
    return makeSolution(
      replaced(routes, insert(problem, place)),
      absent.filter((one) => one !== order),
    );
  }
  for (const route of routes)
    for (const order of ordersOf(route)) {
      const rest = makeRoute(
        problem,
        route.carrier,
        route.stops.filter((stop) => stop >> 1 !== order),
      );
      if (!rest.isFeasible) continue;
      const gain = route.cost - rest.cost;
      const place = cheapestOverall(problem, replaced(routes, rest), order);
      if (place === null || place.addedCost > gain - LEAST_GAIN) continue;
      return makeSolution(replaced(replaced(routes, rest), insert(problem, place)), absent);
    }
  return null;
}

function afterOneTurn(problem: TourProblem, { routes, absent }: Solution): Solution | null {
  for (const route of routes) {
    const { stops, carrier, cost } = route;
    for (let from = 0; from < stops.length - 1; from += 1)
      for (let to = from + 2; to <= stops.length; to += 1) {
        const part = stops.slice(from, to);
        // Further on the same two stops of an order would be in it too.
        if (new Set(part.map((stop) => stop >> 1)).size < part.length) break;
        const turned = [...stops.slice(0, from), ...part.reverse(), ...stops.slice(to)];
        const changed = makeRoute(problem, carrier, turned);
        if (changed.isFeasible && changed.cost < cost - LEAST_GAIN)
          return makeSolution(replaced(routes, changed), absent);
      }
  }
  return null;
}

const replaced = (routes: readonly Route[], route: Route): Route[] =>
  routes.map((one) => (one.carrier === route.carrier ? route : one));
