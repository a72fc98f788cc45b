import { isDropOff, orderOf, stopAt, type TourProblem } from './orders.ts';

/**
 * The tour of one carrier with what an insertion has to look up. Never changed: a changed tour is a new one,
 * so that solutions share the tours in which they do not differ. Position 0 is the start, position n + 1 the
 * end; the arrays are by position.
 */
export interface Route {
  readonly carrier: number;
  readonly stops: readonly number[];
  /** Number of the place; -1 at the end of a tour that ends at its last stop. */
  readonly places: Int32Array;
  /** When the carrier leaves it. */
  readonly departures: Float64Array;
  /** How late it may get there for all that follows to be in time. */
  readonly latestArrivals: Float64Array;
  /** On board after it, and the most that are on board from there on. */
  readonly seats: Int32Array;
  readonly wheelchairPlaces: Int32Array;
  readonly mostSeats: Int32Array;
  readonly mostWheelchairPlaces: Int32Array;
  readonly cost: number;
  /** Whether it keeps every window and never carries more than it can. */
  readonly isFeasible: boolean;
}

/** Sums of fractions differ by this when they are added up from the other end. */
const ROUNDING_SECONDS = 1e-6;

export function makeRoute(problem: TourProblem, carrier: number, stops: readonly number[]): Route {
  const { startPlace, endPlace, fromSeconds, untilSeconds, ...room } = problem.carriers[carrier]!;
  const { seconds, costs } = problem;
  const { size } = seconds;
  const end = stops.length + 1;
  const places = new Int32Array(end + 1);
  const departures = new Float64Array(end + 1);
  const latestArrivals = new Float64Array(end + 1);
  const seats = new Int32Array(end + 1);
  const wheelchairPlaces = new Int32Array(end + 1);
  const mostSeats = new Int32Array(end + 1);
  const mostWheelchairPlaces = new Int32Array(end + 1);
  places[0] = startPlace;
  departures[0] = fromSeconds;
  let cost = 0;
  let isFeasible = true;
  for (let position = 1; position < end; position += 1) {
    const stop = stops[position - 1]!;
    const { place, serviceSeconds, readySeconds, dueSeconds } = stopAt(problem, stop);
    const order = problem.orders[orderOf(stop)]!;
    const sign = isDropOff(stop) ? -1 : 1;
    const way = places[position - 1]! * size + place;
    const arrival = departures[position - 1]! + seconds.values[way]!;
    places[position] = place;
    departures[position] = Math.max(arrival, readySeconds) + serviceSeconds;
    seats[position] = seats[position - 1]! + sign * order.seats;
    wheelchairPlaces[position] = wheelchairPlaces[position - 1]! + sign * order.wheelchairPlaces;
    cost += costs.values[way]!;
    if (
      arrival > dueSeconds + ROUNDING_SECONDS ||
      seats[position]! > room.seats ||
      wheelchairPlaces[position]! > room.wheelchairPlaces
    )
      isFeasible = false;
  }
  // A carrier that nobody rides with stays where it is.
  const isDriven = endPlace !== null && stops.length > 0;
  const lastWay = isDriven ? places[end - 1]! * size + endPlace : -1;
  if (isDriven) cost += costs.values[lastWay]!;
  places[end] = endPlace ?? -1;
  departures[end] = departures[end - 1]! + (isDriven ? seconds.values[lastWay]! : 0);
  latestArrivals[end] = untilSeconds;
  seats[end] = seats[end - 1]!;
  wheelchairPlaces[end] = wheelchairPlaces[end - 1]!;
  mostSeats[end] = seats[end]!;
  mostWheelchairPlaces[end] = wheelchairPlaces[end]!;
  if (departures[end]! > untilSeconds + ROUNDING_SECONDS || !Number.isFinite(cost))
    isFeasible = false;
  for (let position = end - 1; position >= 0; position -= 1) {
    const way = position === end - 1 ? lastWay : places[position]! * size + places[position + 1]!;
    const onward = way === -1 ? 0 : seconds.values[way]!;
    if (position === 0) {
      latestArrivals[0] = latestArrivals[1]! - onward;
    } else {
      const { serviceSeconds, dueSeconds } = stopAt(problem, stops[position - 1]!);
      latestArrivals[position] = Math.min(
        dueSeconds,
        latestArrivals[position + 1]! - onward - serviceSeconds,
      );
    }
    mostSeats[position] = Math.max(seats[position]!, mostSeats[position + 1]!);
    mostWheelchairPlaces[position] = Math.max(
      wheelchairPlaces[position]!,
      mostWheelchairPlaces[position + 1]!,
    );
  }
  return {
    carrier,
    stops,
    places,
    departures,
    latestArrivals,
    seats,
    wheelchairPlaces,
    mostSeats,
    mostWheelchairPlaces,
    cost,
    isFeasible,
  };
}
