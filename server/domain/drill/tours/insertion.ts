import { pickUpOf, type TourProblem } from './orders.ts';
import { makeRoute, type Route } from './route.ts';

/** Where an order is put into a tour: after which positions its two stops come, and what it costs more. */
export interface Insertion {
  readonly route: Route;
  readonly order: number;
  readonly pickUpAfter: number;
  /** Position of the tour without the order; -1 where the order rides to the end. */
  readonly dropOffAfter: number;
  readonly addedCost: number;
}

/** Whether a place in a tour is passed over, so that the search does not always take the next best. */
export type Blink = () => boolean;
const NEVER: Blink = () => false;

/**
 * The cheapest place of an order in a tour that costs less than `limit` more; null where there is none.
 * Each pair of places is looked at in constant time: what is behind the drop-off is known by the latest
 * arrival there, what is between the two stops is carried along while the drop-off moves back.
 */
export function cheapestInsertion(
  problem: TourProblem,
  route: Route,
  order: number,
  limit: number = Number.POSITIVE_INFINITY,
  blink: Blink = NEVER,
): Insertion | null {
  const { seconds, costs } = problem;
  const { size } = seconds;
  const time = seconds.values;
  const price = costs.values;
  const { pickUp, dropOff, seats, wheelchairPlaces } = problem.orders[order]!;
  const room = problem.carriers[route.carrier]!;
  const freeSeats = room.seats - seats;
  const freePlaces = room.wheelchairPlaces - wheelchairPlaces;
  if (freeSeats < 0 || freePlaces < 0) return null;
  const { places, departures, latestArrivals } = route;
  const end = route.stops.length + 1;
  const isEmpty = end === 1;
  const endPlace = places[end]!;
  let best = limit;
  let bestPickUp = -1;
  let bestDropOff = -1;
  for (let after = 0; after < end; after += 1) {
    if (route.seats[after]! > freeSeats || route.wheelchairPlaces[after]! > freePlaces) continue;
    const from = places[after]!;
    const next = places[after + 1]!;
    const arrival = departures[after]! + time[from * size + pickUp.place]!;
    if (arrival > pickUp.dueSeconds) continue;
    let departure = Math.max(arrival, pickUp.readySeconds) + pickUp.serviceSeconds;
    const isOnEnd = after + 1 === end;
    // What the way from here to the next stop costs now; an empty tour, or its open end, costs nothing.
    const hasNext = !isOnEnd || endPlace !== -1;
    const saved = hasNext && !isEmpty ? price[from * size + next]! : 0;
    const toPickUp = price[from * size + pickUp.place]! - saved;
    const onCost = hasNext ? price[pickUp.place * size + next]! : 0;
    const onTime = hasNext ? time[pickUp.place * size + next]! : 0;
    if (dropOff === null) {
      if (route.mostSeats[after]! > freeSeats) continue;
      if (route.mostWheelchairPlaces[after]! > freePlaces) continue;
      const added = toPickUp + onCost;
      if (added < best && departure + onTime <= latestArrivals[after + 1]! && !blink()) {
        best = added;
        bestPickUp = after;
      }
      continue;
    }
    // Both stops in one gap.
    const between = departure + time[pickUp.place * size + dropOff.place]!;
    if (between <= dropOff.dueSeconds) {
      const left = Math.max(between, dropOff.readySeconds) + dropOff.serviceSeconds;
      const added =
        toPickUp +
        price[pickUp.place * size + dropOff.place]! +
        (hasNext ? price[dropOff.place * size + next]! : 0);
      const arrives = left + (hasNext ? time[dropOff.place * size + next]! : 0);
      if (added < best && arrives <= latestArrivals[after + 1]! && !blink()) {
        best = added;
        bestPickUp = after;
        bestDropOff = after;
      }
    }
    if (isOnEnd) continue;
    const withPickUp = toPickUp + onCost;
    let reached = departure + onTime;
    for (let later = after + 1; later < end; later += 1) {
      // Later than this the stop itself, or one behind it, is missed wherever the drop-off comes.
      if (reached > latestArrivals[later]!) break;
      if (route.seats[later]! > freeSeats || route.wheelchairPlaces[later]! > freePlaces) break;
      const here = places[later]!;
      departure = departAfter(problem, route, later, reached);
      const dropped = departure + time[here * size + dropOff.place]!;
      const isLast = later + 1 === end;
      const goesOn = !isLast || endPlace !== -1;
      const nextPlace = places[later + 1]!;
      if (dropped <= dropOff.dueSeconds) {
        const added =
          withPickUp +
          price[here * size + dropOff.place]! +
          (goesOn ? price[dropOff.place * size + nextPlace]! - price[here * size + nextPlace]! : 0);
        const left = Math.max(dropped, dropOff.readySeconds) + dropOff.serviceSeconds;
        const arrives = left + (goesOn ? time[dropOff.place * size + nextPlace]! : 0);
        if (added < best && arrives <= latestArrivals[later + 1]! && !blink()) {
          best = added;
          bestPickUp = after;
          bestDropOff = later;
        }
      }
      if (goesOn) reached = departure + time[here * size + nextPlace]!;
    }
  }
  if (bestPickUp === -1) return null;
  return { route, order, pickUpAfter: bestPickUp, dropOffAfter: bestDropOff, addedCost: best };
}

/** When a carrier that reaches a position at a moment leaves it. */
function departAfter(
  problem: TourProblem,
  route: Route,
  position: number,
  reached: number,
): number {
  const stop = route.stops[position - 1]!;
  const order = problem.orders[stop >> 1]!;
  const { readySeconds, serviceSeconds } = (stop & 1) === 1 ? order.dropOff! : order.pickUp;
  return Math.max(reached, readySeconds) + serviceSeconds;
}

export function insert(problem: TourProblem, insertion: Insertion): Route {
  const { route, order, pickUpAfter, dropOffAfter } = insertion;
  const pickUp = pickUpOf(order);
  const { stops, carrier } = route;
  const withOrder =
    dropOffAfter === -1
      ? [...stops.slice(0, pickUpAfter), pickUp, ...stops.slice(pickUpAfter)]
      : [
          ...stops.slice(0, pickUpAfter),
          pickUp,
          ...stops.slice(pickUpAfter, dropOffAfter),
          pickUp + 1,
          ...stops.slice(dropOffAfter),
        ];
  return makeRoute(problem, carrier, withOrder);
}
