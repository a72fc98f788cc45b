import { judgePoint } from '#domain/hazard/exposure';
import type { PlanDestination, PlanPlace, PlanRoute, PlanSupporter } from '#domain/plan/plan';
import type {
  DestinationTruth,
  LngLat,
  PlanTruth,
  RoadTruth,
  SupporterTruth,
  ZonesThere,
} from '#domain/plan/review/truth';
import {
  ROUTE_UNKNOWN,
  routeTruth,
  ZONES_UNKNOWN,
  zonesThere,
} from '#domain/plan/review/zones-there';
import {
  DEFAULT_RADIUS_METERS,
  type LocatedPosition,
  NO_POSITION,
} from '#domain/resident/accuracy';
import type { RunningPlanRow } from '../../db/queries/read/running-plans.ts';
import { valuesInForce } from '../read/overridden-shelter.ts';
import { roadKey } from './review-roads.ts';
import type { ReviewWorld } from './review-world.ts';

/** What is true now of all that a plan rests on. */
export function truthOf(row: RunningPlanRow, world: ReviewWorld): PlanTruth {
  const { content, address, lng, lat, careLevel } = row;
  const { destination, secondDestination, route } = content;
  return {
    home: { address, position: lngLat(lng, lat), zones: zonesAt(world, homeOf(row)) },
    careLevel,
    supporters: content.supporters.map((one) => supporterTruth(one, row, world)),
    destinations: [
      ...(destination === null
        ? []
        : [destinationTruth('first', destination, world, world.withoutRoom.has(row.id))]),
      ...(secondDestination === null
        ? []
        : [destinationTruth('second', secondDestination, world, false)]),
    ],
    route:
      route === null
        ? null
        : world.zones === null
          ? ROUTE_UNKNOWN
          : routeTruth(world.zones, route.line),
    roads: route === null ? [] : roadTruths(route, world),
    dates: world.dates,
  };
}

function zonesAt({ zones }: ReviewWorld, located: LocatedPosition): ZonesThere {
  // Near a zone is not in it, so no margin is looked at.
  return zones === null || located.accuracy === 'none'
    ? ZONES_UNKNOWN
    : zonesThere(judgePoint(zones, located, { marginMeters: 0 }));
}

function homeOf({ lng, lat, accuracy, radiusMeters }: RunningPlanRow): LocatedPosition {
  return accuracy === 'none' || lng === null || lat === null || radiusMeters === null
    ? NO_POSITION
    : { accuracy, position: [lng, lat], radiusMeters };
}

function locatedOf({ position, accuracy }: PlanPlace): LocatedPosition {
  return position === null || accuracy === 'none'
    ? NO_POSITION
    : {
        ...{ accuracy, position: [position.lng, position.lat] },
        radiusMeters: DEFAULT_RADIUS_METERS[accuracy],
      };
}

/** Whoever the roster calls so; where it knows the place and the plan does not, that place. */
function supporterTruth(
  { id, name, place }: PlanSupporter,
  { listed }: RunningPlanRow,
  world: ReviewWorld,
): SupporterTruth {
  const entry = listed.find((one) => plainName(one.name) === plainName(name));
  const position = entry === undefined ? null : lngLat(entry.lng, entry.lat);
  const located: LocatedPosition =
    place.position === null && position !== null
      ? { accuracy: 'building', position, radiusMeters: DEFAULT_RADIUS_METERS.building }
      : locatedOf(place);
  return {
    ...{ id, name, zones: zonesAt(world, located) },
    listed: entry === undefined ? null : { address: entry.address, position },
  };
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s/gu, '');

function destinationTruth(
  choice: DestinationTruth['choice'],
  { shelterId, name, place }: PlanDestination,
  world: ReviewWorld,
  isFull: boolean,
): DestinationTruth {
  if (shelterId === null)
    return { choice, name, zones: zonesAt(world, locatedOf(place)), shelter: null };
  const row = world.shelters.get(shelterId);
  const values = row === undefined ? null : valuesInForce(row);
  const position = values?.position ?? null;
  return {
    ...{ choice, name },
    zones: zonesAt(
      world,
      position === null
        ? locatedOf(place)
        : { accuracy: 'building', position, radiusMeters: DEFAULT_RADIUS_METERS.building },
    ),
    shelter: {
      ...{ id: shelterId, isListed: row !== undefined, isFull },
      isForLandslides: values?.designatedForLandslide ?? null,
      capacity: values?.capacity ?? null,
      groups: values?.acceptedGroups ?? null,
    },
  };
}

function roadTruths({ roads, profile }: PlanRoute, world: ReviewWorld): RoadTruth[] {
  return roads.map(({ source, id, name }) => {
    const road = world.roads.get(roadKey({ source, id }));
    return {
      ...{ source, id, name, isThere: road?.isThere ?? null, width: road?.width ?? null },
      isClosed: road !== undefined && (road.isClosed || road.refusedProfiles.has(profile)),
    };
  });
}

const lngLat = (lng: number | null, lat: number | null): LngLat | null =>
  lng === null || lat === null ? null : [lng, lat];
