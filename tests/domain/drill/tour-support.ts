import type { SquareMatrix, TourProblem } from '#domain/drill/tours/orders';
import type { TourPerson, TourRequest, TourVehicle } from '#domain/drill/tours/tour-request';
import { seededRandom } from '../../bench/support/random.ts';

/** Places on a plane and the seconds between them, so that no detour is shorter than the way itself. */
export function planeMatrix(places: number, random: () => number, side = 1000): SquareMatrix {
  const at = Array.from({ length: places }, () => [random() * side, random() * side] as const);
  const values = at.flatMap(([x, y]) => at.map(([u, v]) => Math.ceil(Math.hypot(x - u, y - v))));
  return { size: places, values: Float64Array.from(values) };
}

export const person = (id: string, changes: Partial<TourPerson> = {}): TourPerson => ({
  id,
  pickUpPlace: 2,
  shelterPlace: 1,
  needsWheelchairPlace: false,
  companions: 0,
  readySeconds: 0,
  latestArrivalSeconds: null,
  loadingSeconds: 60,
  unloadingSeconds: 30,
  ...changes,
});

export const vehicle = (id: string, changes: Partial<TourVehicle> = {}): TourVehicle => ({
  id,
  startPlace: 0,
  endPlace: null,
  seats: 4,
  wheelchairPlaces: 1,
  fromSeconds: 0,
  untilSeconds: null,
  limitSeconds: null,
  ...changes,
});

/** People and vehicles of every kind: tight and open windows, companions, wheelchairs, small vehicles. */
export function randomRequest(seed: number, people: number, vehicles: number): TourRequest {
  const random = seededRandom(seed);
  const places = people + 4;
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  return {
    people: Array.from({ length: people }, (_, index) =>
      person(`p${index}`, {
        pickUpPlace: random() < 0.05 ? null : 4 + upTo(people - 1),
        shelterPlace: random() < 0.05 ? null : 1 + upTo(2),
        needsWheelchairPlace: random() < 0.3,
        companions: random() < 0.3 ? 1 + upTo(2) : 0,
        readySeconds: random() < 0.3 ? upTo(1500) : 0,
        latestArrivalSeconds: random() < 0.5 ? 1000 + upTo(6000) : null,
        loadingSeconds: upTo(180),
      }),
    ),
    vehicles: Array.from({ length: vehicles }, (_, index) =>
      vehicle(`v${index}`, {
        startPlace: upTo(3),
        endPlace: random() < 0.5 ? null : upTo(3),
        seats: 1 + upTo(5),
        wheelchairPlaces: upTo(2),
        fromSeconds: upTo(600),
        untilSeconds: random() < 0.5 ? null : 2000 + upTo(6000),
        limitSeconds: random() < 0.3 ? 1500 + upTo(5000) : null,
      }),
    ),
    seconds: planeMatrix(places, random),
    redMeters: planeMatrix(places, random, 50),
    secondsPerRedMeter: 1,
  };
}

/** Orders and carriers alone, for what is known of every possible tour. */
export function tinyProblem(seed: number, orders: number, carriers: number): TourProblem {
  const random = seededRandom(seed);
  const seconds = planeMatrix(2 * orders + carriers, random, 100);
  const due = () => (random() < 0.4 ? 100 + random() * 300 : 10_000);
  return {
    orders: Array.from({ length: orders }, (_, order) => ({
      pickUp: {
        place: 2 * order,
        serviceSeconds: 5,
        readySeconds: random() * 60,
        dueSeconds: due(),
      },
      dropOff:
        random() < 0.2
          ? null
          : { place: 2 * order + 1, serviceSeconds: 5, readySeconds: 0, dueSeconds: due() },
      seats: 1 + Math.floor(random() * 2),
      wheelchairPlaces: random() < 0.3 ? 1 : 0,
    })),
    carriers: Array.from({ length: carriers }, (_, carrier) => ({
      startPlace: 2 * orders + carrier,
      endPlace: random() < 0.5 ? null : 2 * orders + carrier,
      seats: 2 + Math.floor(random() * 2),
      wheelchairPlaces: random() < 0.6 ? 1 : 0,
      fromSeconds: 0,
      untilSeconds: 600,
    })),
    seconds,
    costs: seconds,
  };
}
