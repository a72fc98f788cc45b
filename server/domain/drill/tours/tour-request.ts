import type { Problem } from '../../problem.ts';
import type { SquareMatrix } from './orders.ts';

/** Somebody who is picked up. Moments are seconds after the same zero, which the caller chooses. */
export interface TourPerson {
  readonly id: string;
  /** Where the vehicle stops for them, at home or at a meeting place: number in the matrices; null = not known. */
  readonly pickUpPlace: number | null;
  readonly shelterPlace: number | null;
  /** Takes a wheelchair place, else a seat. */
  readonly needsWheelchairPlace: boolean;
  /** Helpers and family who ride along, each on a seat. */
  readonly companions: number;
  /** Not picked up before this. */
  readonly readySeconds: number;
  /** At the shelter by this; null = whenever a vehicle gets there. */
  readonly latestArrivalSeconds: number | null;
  readonly loadingSeconds: number;
  readonly unloadingSeconds: number;
}

export interface TourVehicle {
  readonly id: string;
  readonly startPlace: number;
  /** Where it has to go in the end; null = it stays at its last stop. */
  readonly endPlace: number | null;
  /** Without the driver's. */
  readonly seats: number;
  readonly wheelchairPlaces: number;
  readonly fromSeconds: number;
  /** End of its time window; null = open. */
  readonly untilSeconds: number | null;
  /** How long it may be under way, from `fromSeconds` on; null = as long as it takes. */
  readonly limitSeconds: number | null;
}

export interface TourRequest {
  readonly people: readonly TourPerson[];
  readonly vehicles: readonly TourVehicle[];
  /** Travel seconds from place to place; Infinity = no way that can be driven. */
  readonly seconds: SquareMatrix;
  /** Metres of the same ways in red zones; null = not looked at. */
  readonly redMeters: SquareMatrix | null;
  /** How many seconds of a detour are taken to drive one metre less in a red zone. */
  readonly secondsPerRedMeter: number;
}

/** One place at which a vehicle stops; several people may get on and off there. */
export interface TourStop {
  readonly place: number;
  readonly arrivalSeconds: number;
  readonly departureSeconds: number;
  readonly pickedUp: readonly string[];
  readonly droppedOff: readonly string[];
  /** On board when it leaves. */
  readonly seatsTaken: number;
  readonly wheelchairPlacesTaken: number;
}

export interface VehicleTour {
  readonly vehicleId: string;
  /** Empty: the vehicle is not needed. */
  readonly stops: readonly TourStop[];
  /** Why it is not; only of one that has no stops. */
  readonly unused?: Problem;
  readonly driveSeconds: number;
  /** null = not looked at. */
  readonly redMeters: number | null;
  /** When it is done, at its end place if it has one. */
  readonly endSeconds: number;
}

export interface UnservedPerson {
  readonly personId: string;
  readonly reason: Problem;
}

export interface TourPlan {
  readonly tours: readonly VehicleTour[];
  readonly unserved: readonly UnservedPerson[];
  readonly driveSeconds: number;
  readonly redMeters: number | null;
  /** When the last person is at a shelter; null = nobody is carried. */
  readonly lastArrivalSeconds: number | null;
}
