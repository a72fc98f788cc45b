import type { TourPerson, TourVehicle } from './tour-request.ts';

/** What a person takes with those who ride along. */
export function roomOf({ needsWheelchairPlace, companions }: TourPerson) {
  return {
    seats: companions + (needsWheelchairPlace ? 0 : 1),
    wheelchairPlaces: needsWheelchairPlace ? 1 : 0,
  };
}

/** The end of a vehicle's window, or of how long it may be under way; Infinity = open. */
export function vehicleUntil({ fromSeconds, untilSeconds, limitSeconds }: TourVehicle): number {
  return Math.min(
    untilSeconds ?? Number.POSITIVE_INFINITY,
    limitSeconds === null ? Number.POSITIVE_INFINITY : fromSeconds + limitSeconds,
  );
}
