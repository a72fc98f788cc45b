import type { z } from 'zod';
import type { DrillTour, drillTourListSchema } from '#contract/drill-routes';
import type { RouteAnswer } from '#contract/route';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { TourPlaceOf } from '#domain/drill/tours/kept-tours';
import type { VehicleTour } from '#domain/drill/tours/tour-request';
import type { Position } from '#domain/geo/position';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { findTour, listTours, type TourRecord } from '../../db/queries/drills/drill-tours.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { datesOf } from '../routing/answer-routes.ts';
import type { Answered } from '../routing/routing-service.ts';
import { travellerOf } from '../routing/travellers.ts';
import { type PersonOnWire, readDrillContent } from './drill-content.ts';
import { closedAt, roadsOnWire } from './drill-roads.ts';
import { told } from './read-drills.ts';
import type { RouteSources } from './read-routes.ts';
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
  const closed = await closedAt(sources, content.scenario, minute ?? tour.conditions.minute);
  if (!closed.ok) return closed;
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
  const ways = new WayFinder(sources, content.scenario.isNight, tour, closed.value.roadIds);
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
      const planned = before ? (point.arrivalMinute - before.departureMinute) * 60 : 0;
      stops.push({
        ...{ ...point, label: labelOf(place), position: to && [to[0], to[1]] },
        shelterId: place.kind === 'shelter' ? place.shelterId : null,
        leg: way?.ok ? way.value : null,
        problem: way === null || way.ok ? null : told(way.problem),
        laterBySeconds:
          way === null ? 0 : way.ok ? Math.round(way.value.durationSeconds - planned) : null,
      });
    }
    shown.push({
      ...{ vehicleId: vehicle.id, label: vehicle.label, stops },
      ...{ driveSeconds: vehicleTour.driveSeconds, redMeters: vehicleTour.redMeters },
      endMinute: minuteOf(vehicleTour.endSeconds),
    });
  }
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

/** Ways between stops, as the roads are at the minute. */
class WayFinder {
  readonly #sources: RouteSources;
  readonly #isNight: boolean;
  readonly #policy: string;
  readonly #roadIds: readonly string[];
  #last: Answered<unknown> | null = null;

  constructor(
    sources: RouteSources,
    isNight: boolean,
    { conditions }: TourRecord,
    roadIds: readonly string[],
  ) {
    this.#sources = sources;
    this.#isNight = isNight;
    this.#policy = conditions.policy;
    this.#roadIds = roadIds;
  }

  async find(
    profile: string,
    from: Position | null,
    to: Position | null,
  ): Promise<Result<NonNullable<Stop['leg']>>> {
    if (from === null || to === null) return failure(DRILL_DESK_FAILURES.noStart());
    const traveller = travellerOf(profile, this.#isNight, this.#policy);
    if (!traveller.ok) return traveller;
    const { routing, municipality, signal } = this.#sources;
    const answer = await routing.ask(
      municipality,
      {
        ...{ kind: 'routes', traveller: traveller.value, from, to, via: [], mostAlternatives: 0 },
        closures: { roadIds: this.#roadIds, phenomena: [], area: null },
      },
      signal,
    );
    if (!answer.ok) return answer;
    this.#last = answer.value;
    // The thread wrote a RouteAnswer.
    const [route] = (JSON.parse(answer.value.found.json) as RouteAnswer).routes;
    if (route === undefined) return failure(DRILL_DESK_FAILURES.noStart());
    const { line, lengthMeters, exposure, unknown, walkToRoad, walkFromRoad } = route;
    return success({
      ...{ line, lengthMeters, redMeters: exposure.redMeters, anyMeters: exposure.anyMeters },
      durationSeconds:
        route.durationSeconds + walkToRoad.durationSeconds + walkFromRoad.durationSeconds,
      unknownMeters: unknown.reduce((sum, piece) => sum + piece.lengthMeters, 0),
    });
  }

  async dates(): Promise<Result<DrillTour['data']>> {
    if (this.#last !== null) return success(datesOf(this.#last));
    const { routing, municipality, signal } = this.#sources;
    const answer = await routing.ask(municipality, { kind: 'site-roads' }, signal);
    return answer.ok ? success(datesOf(answer.value)) : answer;
  }
}
