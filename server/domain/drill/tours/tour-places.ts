import type { Position } from '../../geo/position.ts';
import type { DrillContent } from '../content.ts';
import type { TourPlaceOf } from './kept-tours.ts';
import type { SquareMatrix } from './orders.ts';
import type { TourRequest } from './tour-request.ts';

/** Where the people and vehicles of a drill's tours begin and end, each place once. */
export interface TourPlaces {
  readonly places: readonly TourPlaceOf[];
  readonly positions: readonly Position[];
  /** A request but for its matrices. */
  readonly requestOf: (
    matrices: Pick<TourRequest, 'seconds' | 'redMeters' | 'secondsPerRedMeter'>,
  ) => TourRequest;
}

/**
 * @param startOf where somebody is picked up; null = not known
 * @param shelterAt where a shelter is; null = not known
 */
export function tourPlaces(
  { people, vehicles }: DrillContent,
  startOf: (personId: string) => Position | null,
  shelterAt: (shelterId: string) => Position | null,
): TourPlaces {
  const places: TourPlaceOf[] = [];
  const positions: Position[] = [];
  const shelterPlaces = new Map<string, number | null>();
  const add = (place: TourPlaceOf, position: Position | null): number | null => {
    if (position === null) return null;
    places.push(place);
    positions.push(position);
    return places.length - 1;
  };
  const shelterPlace = (shelterId: string): number | null => {
    const known = shelterPlaces.get(shelterId);
    if (known !== undefined) return known;
    const place = add({ kind: 'shelter', shelterId }, shelterAt(shelterId));
    shelterPlaces.set(shelterId, place);
    return place;
  };
  const carried = people
    .filter(({ travel }) => travel === 'tour')
    .map((person) => ({
      ...{ id: person.id, needsWheelchairPlace: person.needsWheelchairPlace },
      companions: person.companions,
      pickUpPlace: add({ kind: 'person', personId: person.id }, startOf(person.id)),
      shelterPlace: shelterPlace(person.shelterId),
      readySeconds: person.readyMinute * 60,
      latestArrivalSeconds:
        person.latestArrivalMinute === null ? null : person.latestArrivalMinute * 60,
      loadingSeconds: person.loadingMinutes * 60,
      unloadingSeconds: person.unloadingMinutes * 60,
    }));
  const carriers = vehicles.flatMap((vehicle) => {
    const { start } = vehicle;
    const startPlace =
      start.kind === 'shelter'
        ? shelterPlace(start.shelterId)
        : add({ kind: 'vehicle', vehicleId: vehicle.id }, start.position);
    // Nobody knows from where it would start.
    if (startPlace === null) return [];
    return [
      {
        ...{ id: vehicle.id, seats: vehicle.seats, wheelchairPlaces: vehicle.wheelchairPlaces },
        ...{ startPlace, endPlace: vehicle.returns ? startPlace : null },
        fromSeconds: vehicle.fromMinute * 60,
        untilSeconds: vehicle.untilMinute === null ? null : vehicle.untilMinute * 60,
        limitSeconds: vehicle.limitMinutes === null ? null : vehicle.limitMinutes * 60,
      },
    ];
  });
  return {
    places,
    positions,
    requestOf: (matrices) => ({ people: carried, vehicles: carriers, ...matrices }),
  };
}

/** Of matrices of several kinds of vehicles the worse of each way: whoever drives it can keep to it. */
export function worstOf(matrices: readonly SquareMatrix[]): SquareMatrix {
  const [first, ...others] = matrices;
  if (first === undefined) return { size: 0, values: new Float64Array() };
  const values = Float64Array.from(first.values);
  for (const { values: more } of others)
    for (let way = 0; way < values.length; way += 1)
      values[way] = Math.max(values[way]!, more[way]!);
  return { size: first.size, values };
}
