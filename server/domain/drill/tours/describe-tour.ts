import { isDropOff, orderOf } from './orders.ts';
import type { Route } from './route.ts';
import type { TourPerson, TourRequest, TourStop, VehicleTour } from './tour-request.ts';
import { roomOf } from './tour-room.ts';

/** A route in the words of the request: stops at one place one after the other are one stop. */
export function describeTour(
  { vehicles, seconds, redMeters }: TourRequest,
  people: readonly TourPerson[],
  route: Route,
): VehicleTour {
  const vehicle = vehicles[route.carrier]!;
  const stops: TourStop[] = [];
  let driveSeconds = 0;
  let red = 0;
  let place = vehicle.startPlace;
  let departure = vehicle.fromSeconds;
  const drive = (to: number) => {
    const way = place * seconds.size + to;
    driveSeconds += seconds.values[way]!;
    red += redMeters?.values[way] ?? 0;
    departure += seconds.values[way]!;
    place = to;
  };
  for (const [index, stop] of route.stops.entries()) {
    const person = people[orderOf(stop)]!;
    const isOff = isDropOff(stop);
    const to = isOff ? person.shelterPlace! : person.pickUpPlace!;
    const last = place === to ? stops.pop() : undefined;
    if (last === undefined) drive(to);
    const arrivalSeconds = last?.arrivalSeconds ?? departure;
    departure = route.departures[index + 1]!;
    const room = roomOf(person);
    const sign = isOff ? -1 : 1;
    const before = last ?? stops.at(-1);
    stops.push({
      place: to,
      arrivalSeconds,
      departureSeconds: departure,
      pickedUp: [...(last?.pickedUp ?? []), ...(isOff ? [] : [person.id])],
      droppedOff: [...(last?.droppedOff ?? []), ...(isOff ? [person.id] : [])],
      seatsTaken: (before?.seatsTaken ?? 0) + sign * room.seats,
      wheelchairPlacesTaken: (before?.wheelchairPlacesTaken ?? 0) + sign * room.wheelchairPlaces,
    });
  }
  if (stops.length > 0 && vehicle.endPlace !== null) drive(vehicle.endPlace);
  return {
    vehicleId: vehicle.id,
    stops,
    driveSeconds,
    redMeters: redMeters === null ? null : red,
    endSeconds: departure,
  };
}
