import { isDropOff, orderOf, stopAt, type TourProblem } from '#domain/drill/tours/orders';

/** What lists of stops cost; null where a window or a vehicle does not take them. Written anew, as an oracle. */
export function totalCost(
  problem: TourProblem,
  lists: readonly (readonly number[])[],
): number | null {
  let total = 0;
  for (const [carrier, stops] of lists.entries()) {
    const { startPlace, endPlace, fromSeconds, untilSeconds, seats, wheelchairPlaces } =
      problem.carriers[carrier]!;
    let [at, now, seated, chairs] = [startPlace, fromSeconds, 0, 0];
    const go = (to: number) => {
      const way = problem.seconds.values[at * problem.seconds.size + to]!;
      total += way;
      now += way;
      at = to;
    };
    for (const stop of stops) {
      const { place, readySeconds, dueSeconds, serviceSeconds } = stopAt(problem, stop);
      const order = problem.orders[orderOf(stop)]!;
      go(place);
      if (now > dueSeconds) return null;
      now = Math.max(now, readySeconds) + serviceSeconds;
      seated += isDropOff(stop) ? -order.seats : order.seats;
      chairs += isDropOff(stop) ? -order.wheelchairPlaces : order.wheelchairPlaces;
      if (seated > seats || chairs > wheelchairPlaces) return null;
    }
    if (stops.length > 0 && endPlace !== null) go(endPlace);
    if (now > untilSeconds) return null;
  }
  return total;
}
