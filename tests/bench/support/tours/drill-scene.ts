import type { TourRequest } from '#domain/drill/tours/tour-request';
import { person, planeMatrix, vehicle } from '../../../domain/drill/tour-support.ts';
import { seededRandom } from '../random.ts';

const SHELTERS = 3;
const GARAGES = 4;

/** A drill of 60 fictional people, 18 of them in wheelchairs, and 8 vehicles that go several times. */
export function drillScene(people = 60, vehicles = 8): TourRequest {
  const random = seededRandom(11);
  const first = SHELTERS + GARAGES;
  const kinds = [
    { seats: 2, wheelchairPlaces: 2 },
    { seats: 4, wheelchairPlaces: 0 },
    { seats: 7, wheelchairPlaces: 1 },
  ];
  return {
    people: Array.from({ length: people }, (_, index) =>
      person(`person ${index}`, {
        pickUpPlace: first + index,
        shelterPlace: Math.floor(random() * SHELTERS),
        needsWheelchairPlace: random() < 0.3,
        companions: random() < 0.4 ? 1 : 0,
        latestArrivalSeconds: 3 * 3600,
        loadingSeconds: 120 + Math.floor(random() * 240),
        unloadingSeconds: 120,
      }),
    ),
    vehicles: Array.from({ length: vehicles }, (_, index) =>
      vehicle(`vehicle ${index}`, {
        startPlace: SHELTERS + (index % GARAGES),
        ...kinds[index % kinds.length],
        limitSeconds: 3 * 3600,
      }),
    ),
    seconds: planeMatrix(first + people, random, 900),
    redMeters: planeMatrix(first + people, random, 60),
    secondsPerRedMeter: 1,
  };
}
