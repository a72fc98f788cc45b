import type { Problem } from '../../problem.ts';
import { TOUR_FAILURES } from './tour-failures.ts';
import type { TourPerson, TourRequest, TourVehicle } from './tour-request.ts';
import { roomOf, vehicleUntil } from './tour-room.ts';

/** What stands in the way of one person, the plainest first: what would hold with all vehicles to themselves. */
export function whyUnserved({ vehicles, seconds }: TourRequest, person: TourPerson): Problem {
  const { pickUpPlace, shelterPlace } = person;
  if (pickUpPlace === null) return TOUR_FAILURES.noPickUp();
  if (shelterPlace === null) return TOUR_FAILURES.noShelter();
  if (vehicles.length === 0) return TOUR_FAILURES.noVehicle();
  const needed = roomOf(person);
  const withPlace = vehicles.filter((one) => one.wheelchairPlaces >= needed.wheelchairPlaces);
  if (withPlace.length === 0) return TOUR_FAILURES.noWheelchairPlace();
  const fitting = withPlace.filter((one) => one.seats >= needed.seats);
  if (fitting.length === 0)
    return TOUR_FAILURES.vehicleTooSmall(
      needed.seats,
      Math.max(...withPlace.map((one) => one.seats)),
    );
  const way = (from: number, to: number) => seconds.values[from * seconds.size + to]!;
  const tripOf = (vehicle: TourVehicle) => {
    const atPickUp = vehicle.fromSeconds + way(vehicle.startPlace, pickUpPlace);
    const left = Math.max(atPickUp, person.readySeconds) + person.loadingSeconds;
    const arrival = left + way(pickUpPlace, shelterPlace);
    const home = vehicle.endPlace === null ? 0 : way(shelterPlace, vehicle.endPlace);
    const end = arrival + person.unloadingSeconds + home;
    return { arrival, end, isInWindow: end <= vehicleUntil(vehicle) };
  };
  const trips = fitting.map(tripOf).filter(({ end }) => Number.isFinite(end));
  if (trips.length === 0) return TOUR_FAILURES.noWay();
  const inWindow = trips.filter(({ isInWindow }) => isInWindow);
  if (inWindow.length === 0) return TOUR_FAILURES.outOfVehicleTime();
  const latest = person.latestArrivalSeconds ?? Number.POSITIVE_INFINITY;
  const earliest = Math.min(...inWindow.map(({ arrival }) => arrival));
  return earliest > latest ? TOUR_FAILURES.tooLate(earliest, latest) : TOUR_FAILURES.noRoomLeft();
}
