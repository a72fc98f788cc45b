import { isDropOff, orderOf, type TourProblem } from './orders.ts';
import { makeRoute, type Route } from './route.ts';

/** One route for each carrier, in their order, and the orders that no route holds. */
export interface Solution {
  readonly routes: readonly Route[];
  readonly absent: readonly number[];
  readonly cost: number;
}

export function emptySolution(problem: TourProblem): Solution {
  return {
    routes: problem.carriers.map((_, carrier) => makeRoute(problem, carrier, [])),
    absent: problem.orders.map((_, order) => order),
    cost: 0,
  };
}

export function makeSolution(routes: readonly Route[], absent: readonly number[]): Solution {
  return { routes, absent, cost: routes.reduce((sum, { cost }) => sum + cost, 0) };
}

/** Fewer orders left out come first, the lower cost second. */
export function isBetter(one: Solution, other: Solution): boolean {
  return one.absent.length === other.absent.length
    ? one.cost < other.cost - 1e-9
    : one.absent.length < other.absent.length;
}

export function ordersOf({ stops }: Route): number[] {
  return stops.filter((stop) => !isDropOff(stop)).map(orderOf);
}
