import type { RouteAnswer, SnappedPlace, WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import type { RoadTable } from '#domain/routing/graph/road-table';
import { PASSAGE_REASONS, type PassageReason } from '#domain/routing/profiles/reasons';
import type { RouteEnd } from '#domain/routing/route/describe-route';
import type { Route, Walk } from '#domain/routing/route/route';

/** To the centimetre: what is beyond it is noise of the sums, and half of the bytes. */
const PER_UNIT = 100;
const PER_DEGREE = 10_000_000;

/** A route as it is sent. */
export function routeOnWire(route: Route): WireRoute {
  return {
    line: route.line.map(place),
    lengthMeters: round(route.lengthMeters),
    durationSeconds: round(route.durationSeconds),
    exposure: roundAll(route.exposure) as WireRoute['exposure'],
    narrowest: route.narrowest === null ? null : { ...route.narrowest },
    widthUnknownMeters: round(route.widthUnknownMeters),
    steepestPercent: roundOrNull(route.steepestPercent),
    steps: { ...route.steps },
    unknown: route.unknown.map(({ reasons, fromMeters, lengthMeters, ...stretch }) => ({
      ...stretch,
      fromMeters: round(fromMeters),
      lengthMeters: round(lengthMeters),
      reasons: reasons.map(reasonOnWire),
    })),
    walkToRoad: walkOnWire(route.walkToRoad),
    walkFromRoad: walkOnWire(route.walkFromRoad),
    legs: route.legs.map((leg) => ({
      ...leg,
      fromMeters: round(leg.fromMeters),
      lengthMeters: round(leg.lengthMeters),
      durationSeconds: round(leg.durationSeconds),
    })),
    profile: route.profile.map((point) => ({
      alongMeters: round(point.alongMeters),
      position: place(point.position),
      elevationMeters: roundOrNull(point.elevationMeters),
      slopePercent: roundOrNull(point.slopePercent),
      zoneClass: point.zoneClass,
    })),
    roadIds: [...route.roadIds],
  };
}

/** A place that was asked about, as it is sent. */
export function placeOnWire(
  { roadIds, names, nameCodes }: RoadTable,
  { position, place: onRoad }: RouteEnd,
): SnappedPlace {
  return {
    position: place(position),
    onRoad: place(onRoad.position),
    walkMeters: round(onRoad.walkMeters),
    roadId: roadIds[onRoad.road]!,
    roadName: names[nameCodes[onRoad.road]!] ?? null,
  };
}

export const closedOnWire = ({
  roads,
  unknownIds,
}: {
  readonly roads: number;
  readonly unknownIds: readonly string[];
}): RouteAnswer['closed'] => ({ roads, unknownIds: [...unknownIds] });

function reasonOnWire(code: PassageReason): WireRoute['unknown'][number]['reasons'][number] {
  const { ja, en } = PASSAGE_REASONS.find((one) => one.code === code)!;
  return { code, ja, en };
}

function walkOnWire({ line, lengthMeters, durationSeconds }: Walk): WireRoute['walkToRoad'] {
  return {
    line: [place(line[0]), place(line[1])],
    lengthMeters: round(lengthMeters),
    durationSeconds: round(durationSeconds),
  };
}

export const place = ([lng, lat]: Position): [number, number] => [
  Math.round(lng * PER_DEGREE) / PER_DEGREE,
  Math.round(lat * PER_DEGREE) / PER_DEGREE,
];
export const round = (value: number): number => Math.round(value * PER_UNIT) / PER_UNIT;
const roundOrNull = (value: number | null) => (value === null ? null : round(value));

function roundAll(value: unknown): unknown {
  if (typeof value === 'number') return round(value);
  const entries = Object.entries(value as object).map(([key, one]) => [key, roundAll(one)]);
  return Object.fromEntries(entries);
}
