import { orderOf, pickUpOf, type TourProblem } from '#domain/drill/tours/orders';
import { makeRoute } from '#domain/drill/tours/route';
import { makeSolution, type Solution } from '#domain/drill/tours/solution';

/**
 * The peer: plain savings (Clarke and Wright, 1964). Each order has a tour of its own; of all pairs of an end
 * and a beginning the one that saves most is joined, as long as the tour can be driven. All carriers are as the
 * first one, and it may take more of them than there are.
 */
export function savingsTours(problem: TourProblem): Solution {
  const { orders, costs } = problem;
  const { startPlace, endPlace } = problem.carriers[0]!;
  const cost = (from: number, to: number) => costs.values[from * costs.size + to]!;
  const tours = new Map(
    orders.map(({ dropOff }, order) => {
      const pickUp = pickUpOf(order);
      return [order, dropOff === null ? [pickUp] : [pickUp, pickUp + 1]];
    }),
  );
  const savings = orders.flatMap((one, end) => {
    const last = (one.dropOff ?? one.pickUp).place;
    return orders.flatMap(({ pickUp: { place } }, begin) =>
      begin === end
        ? []
        : [
            {
              end,
              begin,
              saved:
                (endPlace === null ? 0 : cost(last, endPlace)) +
                cost(startPlace, place) -
                cost(last, place),
            },
          ],
    );
  });
  savings.sort((a, b) => b.saved - a.saved);
  const tourOf = orders.map((_, order) => order);
  for (const { end, begin, saved } of savings) {
    if (saved <= 0) break;
    const before = tours.get(tourOf[end]!)!;
    const after = tours.get(tourOf[begin]!)!;
    if (before === after || orderOf(before.at(-1)!) !== end || orderOf(after[0]!) !== begin)
      continue;
    const joined = [...before, ...after];
    if (!makeRoute(problem, 0, joined).isFeasible) continue;
    tours.delete(tourOf[begin]!);
    tours.set(tourOf[end]!, joined);
    for (const stop of after) tourOf[orderOf(stop)] = tourOf[end]!;
  }
  return makeSolution(
    [...tours.values()].map((stops) => makeRoute(problem, 0, stops)),
    [],
  );
}
