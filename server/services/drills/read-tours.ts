import type { z } from 'zod';
import type { DrillTour, drillTourListSchema } from '#contract/drill-routes';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { TourPlaceOf } from '#domain/drill/tours/kept-tours';
import { UNUSED_VEHICLE } from '#domain/drill/tours/tour-failures';
import type { VehicleTour } from '#domain/drill/tours/tour-request';
import type { Position } from '#domain/geo/position';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { findTour, listTours, type TourRecord } from '../../db/queries/drills/drill-tours.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { type PersonOnWire, readDrillContent } from './drill-content.ts';
import { closedAt, roadsOnWire } from './drill-roads.ts';
import { told } from './read-drills.ts';
import type { RouteSources } from './read-routes.ts';
import { TourWays } from './tour-ways.ts';
import { facilities, startOf } from './travellers.ts';

type Stop = DrillTour['vehicles'][number]['stops'][number];
type TourList = z.input<typeof drillTourListSchema>;

export async function readTours(
  {
    database,
    actor,
    municipality: { code },
  }: Pick<RouteSources, 'database' | 'actor' | 'municipality'>,
  id: string,
): Promise<Result<TourList>> {
  const tours = await withActor(database, actor, code, async (tx) =>
    (await findDrill(tx, code, id)) === null ? null : listTours(tx, code, id),
  );
  return tours === null
    ? failure(DRILL_DESK_FAILURES.unknown())
    : success({ tours: tours.map(headOf) });
}

const minuteOf = (seconds: number) => Math.round(seconds / 6) / 10;

function headOf({ id, drillVersion, conditions, plan: { plan }, madeAt, madeBy }: TourRecord) {
  const served = plan.tours.flatMap(({ stops }) => stops.flatMap(({ pickedUp }) => pickedUp));
  const { driveSeconds, redMeters, lastArrivalSeconds } = plan;
  return {
    ...{ id, drillVersion, conditions, driveSeconds, redMeters, madeBy },
    madeAt: madeAt.toISOString(),
    ...{ served: served.length, unserved: plan.unserved.length },
    lastArrivalMinute: lastArrivalSeconds === null ? null : minuteOf(lastArrivalSeconds),
  };
}

/**
 * Tours with the ways between their stops, as the roads are at a minute: by it an inject that closes one is seen
 * to make a tour late. `tourId` null: the newest.
 */
export async function readTour(
  sources: RouteSources,
  id: string,
  tourId: string | null,
  minute: number | null,
): Promise<Result<{ readonly tour: DrillTour; readonly residentIds: readonly string[] }>> {
  const { database, actor, municipality } = sources;
  const { code } = municipality;
  const read = await withActor(database, actor, code, async (tx) => {
    if ((await findDrill(tx, code, id)) === null) return null;
    const [newest] = tourId === null ? await listTours(tx, code, id, 1) : [];
    const tour = tourId === null ? newest : await findTour(tx, code, id, tourId);
    if (tour === undefined || tour === null) return null;
    const found = await readDrillContent(tx, code, id, tour.drillVersion);
    return found && { tour, ...found };
  });
  if (read === null) return failure(DRILL_DESK_FAILURES.tourUnknown());
  const { tour, content, people } = read;
  const planned = tour.conditions.minute;
  const closed = await closedAt(sources, content.scenario, minute ?? planned);
  if (!closed.ok) return closed;
  const closedThen = await closedAt(sources, content.scenario, planned);
  if (!closedThen.ok) return closedThen;
  const shelters = await facilities(sources);
  const records = new Map(people.map((one) => [one.personId, one]));
  const persons = new Map(content.people.map((person) => [person.id, person]));
  const vehicles = new Map(content.vehicles.map((vehicle) => [vehicle.id, vehicle]));
  const positionOf = (place: TourPlaceOf): Position | null => {
    if (place.kind === 'shelter') return shelters.get(place.shelterId)?.position ?? null;
    if (place.kind === 'vehicle') {
      const start = vehicles.get(place.vehicleId)?.start;
      return start?.kind === 'place' ? start.position : null;
    }
    const person = persons.get(place.personId);
    return person === undefined ? null : startOf(person, records.get(person.id));
  };
  const labelOf = (place: TourPlaceOf): string =>
    place.kind === 'shelter'
      ? (shelters.get(place.shelterId)?.name ?? place.shelterId)
      : place.kind === 'vehicle'
        ? startLabel(vehicles.get(place.vehicleId))
        : pickUpLabel(persons.get(place.personId));
  const how = { isNight: content.scenario.isNight, policy: tour.conditions.policy };
  const ways = new TourWays(sources, how, closed.value, closedThen.value);
  const shown: DrillTour['vehicles'] = [];
  for (const vehicleTour of tour.plan.plan.tours) {
    const vehicle = vehicles.get(vehicleTour.vehicleId);
    if (vehicle === undefined) continue;
    const begins = { shelterId: vehicle.start.kind === 'shelter' ? vehicle.start.shelterId : null };
    const startPlace: TourPlaceOf =
      begins.shelterId === null
        ? { kind: 'vehicle', vehicleId: vehicle.id }
        : { kind: 'shelter', shelterId: begins.shelterId };
    const points = pointsOf(vehicleTour, tour.plan.places, startPlace, vehicle);
    const stops: Stop[] = [];
    for (const [at, { place, ...point }] of points.entries()) {
      const before = points[at - 1];
      const [from, to] = [before ? positionOf(before.place) : null, positionOf(place)];
      const way = before ? await ways.find(vehicle.profile, from, to) : null;
      stops.push({
        ...{ ...point, label: labelOf(place), position: to && [to[0], to[1]] },
        shelterId: place.kind === 'shelter' ? place.shelterId : null,
        ...(way ?? { leg: null, problem: null, laterBySeconds: 0, delayedBy: [] }),
      });
    }
    shown.push({
      ...{ vehicleId: vehicle.id, label: vehicle.label, stops },
      ...{ driveSeconds: vehicleTour.driveSeconds, redMeters: vehicleTour.redMeters },
      endMinute: minuteOf(vehicleTour.endSeconds),
      unused: vehicleTour.unused === undefined ? null : told(vehicleTour.unused),
    });
  }
  // Nobody knew from where they would start, so no tour was planned for them.
  for (const { id: vehicleId, label } of content.vehicles)
    if (!shown.some((one) => one.vehicleId === vehicleId))
      shown.push({
        ...{ vehicleId, label, stops: [], driveSeconds: 0, redMeters: null, endMinute: 0 },
        unused: told(UNUSED_VEHICLE.noStart()),
      });
  const data = await ways.dates();
  if (!data.ok) return data;
  return success({
    tour: {
      ...{ ...headOf(tour), vehicles: shown, data: data.value },
      unservedPeople: tour.plan.plan.unserved.map(({ personId, reason }) => ({
        ...{ personId, reason: told(reason) },
      })),
      closedRoads: roadsOnWire(closed.value.roads),
    },
    residentIds: content.people.flatMap(({ residentId, travel }) =>
      residentId !== null && travel === 'tour' ? [residentId] : [],
    ),
  });
}

const startLabel = (vehicle: { start: { kind: string; label?: string | null } } | undefined) =>
  vehicle?.start.label ?? '車両の出発地';
const pickUpLabel = (person: PersonOnWire | undefined) =>
  person === undefined ? '―' : (person.pickUp?.label ?? person.name);

interface Point
  extends Pick<
    Stop,
    'kind' | 'arrivalMinute' | 'departureMinute' | 'pickedUp' | 'droppedOff' | 'seatsTaken'
  > {
  readonly wheelchairPlacesTaken: number;
  readonly place: TourPlaceOf;
}

/** Where it starts, its stops, and where it ends. */
function pointsOf(
  { stops, endSeconds }: VehicleTour,
  places: readonly TourPlaceOf[],
  start: TourPlaceOf,
  { fromMinute, returns }: { readonly fromMinute: number; readonly returns: boolean },
): Point[] {
  if (stops.length === 0) return [];
  const empty = { pickedUp: [], droppedOff: [], seatsTaken: 0, wheelchairPlacesTaken: 0 };
  const at = (minute: number) => ({ arrivalMinute: minute, departureMinute: minute });
  const last = stops.at(-1);
  const isThere = last !== undefined && sameAs(places[last.place], start);
  return [
    { ...{ ...empty, ...at(fromMinute), kind: 'start', place: start } },
    ...stops.map((stop): Point => {
      const place = places[stop.place]!;
      return {
        ...{ place, kind: place.kind === 'shelter' ? 'shelter' : 'pick-up' },
        arrivalMinute: minuteOf(stop.arrivalSeconds),
        departureMinute: minuteOf(stop.departureSeconds),
        ...{ pickedUp: [...stop.pickedUp], droppedOff: [...stop.droppedOff] },
        seatsTaken: stop.seatsTaken,
        wheelchairPlacesTaken: stop.wheelchairPlacesTaken,
      };
    }),
    ...(returns && !isThere
      ? [{ ...{ ...empty, ...at(minuteOf(endSeconds)), kind: 'end' as const, place: start } }]
      : []),
  ];
}

const sameAs = (one: TourPlaceOf | undefined, other: TourPlaceOf) =>
  JSON.stringify(one) === JSON.stringify(other);
