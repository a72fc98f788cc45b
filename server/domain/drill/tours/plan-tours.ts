import { describeTour } from './describe-tour.ts';
import type { SquareMatrix, TourProblem } from './orders.ts';
import { searchTours, type TourSearch } from './search.ts';
import { ordersOf } from './solution.ts';
import type { TourPerson, TourPlan, TourRequest, VehicleTour } from './tour-request.ts';
import { roomOf, vehicleUntil } from './tour-room.ts';
import { whyUnserved } from './why-unserved.ts';
import { whyUnused } from './why-unused.ts';

/** Enough for 60 people and 8 vehicles (tests/bench/tours.bench.ts). */
export const TOUR_ITERATIONS = 30_000;

/**
 * Joint pick-up tours: as many people as can be brought come first, then the least driving, with metres in red
 * zones told in seconds of detour. A vehicle may go to a shelter several times. A heuristic: what it finds is no
 * proof that there is nothing better, and somebody listed as `no-room-left` might fit after a longer search.
 *
 * @throws where a place is outside of the matrices
 */
export function planTours(request: TourRequest, search: TourSearch): TourPlan {
  const { people, vehicles, seconds, redMeters } = request;
  checkPlaces(request);
  const placed = people.filter(
    (person): person is PlacedPerson => person.pickUpPlace !== null && person.shelterPlace !== null,
  );
  const problem: TourProblem = {
    orders: placed.map((person) => ({
      pickUp: {
        place: person.pickUpPlace,
        serviceSeconds: person.loadingSeconds,
        readySeconds: person.readySeconds,
        dueSeconds: Number.POSITIVE_INFINITY,
      },
      dropOff: {
        place: person.shelterPlace,
        serviceSeconds: person.unloadingSeconds,
        readySeconds: 0,
        dueSeconds: person.latestArrivalSeconds ?? Number.POSITIVE_INFINITY,
      },
      ...roomOf(person),
    })),
    carriers: vehicles.map((vehicle) => ({ ...vehicle, untilSeconds: vehicleUntil(vehicle) })),
    seconds,
    costs: redMeters === null ? seconds : withRed(seconds, redMeters, request.secondsPerRedMeter),
  };
  const { routes } = searchTours(problem, search);
  const tours = routes.map((route): VehicleTour => {
    const tour = describeTour(request, placed, route);
    if (tour.stops.length > 0) return tour;
    return { ...tour, unused: whyUnused(request, vehicles[route.carrier]!) };
  });
  const served = new Set(routes.flatMap(ordersOf).map((order) => placed[order]!.id));
  const arrivals = tours.flatMap(({ stops }) =>
    stops.filter(({ droppedOff }) => droppedOff.length > 0).map((stop) => stop.arrivalSeconds),
  );
  return {
    tours,
    unserved: people
      .filter(({ id }) => !served.has(id))
      .map((person) => ({ personId: person.id, reason: whyUnserved(request, person) })),
    driveSeconds: tours.reduce((sum, tour) => sum + tour.driveSeconds, 0),
    redMeters:
      redMeters === null ? null : tours.reduce((sum, tour) => sum + (tour.redMeters ?? 0), 0),
    lastArrivalSeconds: arrivals.length === 0 ? null : Math.max(...arrivals),
  };
}

interface PlacedPerson extends TourPerson {
  readonly pickUpPlace: number;
  readonly shelterPlace: number;
}

function withRed(seconds: SquareMatrix, red: SquareMatrix, secondsPerMeter: number): SquareMatrix {
  return {
    size: seconds.size,
    // A way that does not exist has no metres either.
    values: seconds.values.map((one, way) =>
      Number.isFinite(one) ? one + red.values[way]! * secondsPerMeter : one,
    ),
  };
}

function checkPlaces({ people, vehicles, seconds, redMeters }: TourRequest): void {
  const { size } = seconds;
  for (const matrix of [seconds, redMeters])
    if (matrix !== null && (matrix.size !== size || matrix.values.length !== size * size))
      throw new Error(`a matrix of ${matrix.values.length} values, expected ${size * size}`);
  const places = [
    ...people.flatMap(({ pickUpPlace, shelterPlace }) => [pickUpPlace, shelterPlace]),
    ...vehicles.flatMap(({ startPlace, endPlace }) => [startPlace, endPlace]),
  ];
  for (const place of places)
    if (place !== null && !(Number.isInteger(place) && place >= 0 && place < size))
      throw new Error(`place ${place}, expected 0 to ${size - 1}`);
}
