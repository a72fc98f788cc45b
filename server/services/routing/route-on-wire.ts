import type { RouteAnswer, SnappedPlace, WireRoute } from '#contract/route';
import type { RoadTable } from '#domain/routing/graph/road-table';
import { PASSAGE_REASONS, type PassageReason } from '#domain/routing/profiles/reasons';
import type { RouteEnd } from '#domain/routing/route/describe-route';
import type { ProfilePoint, Route, Walk } from '#domain/routing/route/route';
import { textAt } from '#domain/text/packed-texts';
import { profileOnWire } from './profile-on-wire.ts';
import { place, round, roundTenth } from './rounding.ts';

/** A route as it is sent. */
export function routeOnWire(route: Route): WireRoute {
  const points = route.profile.length > 0 ? route.profile : standstill(route);
  return {
    line: points.map(({ position }) => place(position)),
    lengthMeters: round(route.lengthMeters),
    durationSeconds: round(route.durationSeconds),
    exposure: roundAll(route.exposure) as WireRoute['exposure'],
    narrowest: route.narrowest === null ? null : { ...route.narrowest },
    widthUnknownMeters: round(route.widthUnknownMeters),
    steepestPercent: roundOrNull(route.steepestPercent),
    steps: { ...route.steps },
    unknown: route.unknown.map(({ reasons, fromMeters, lengthMeters, ...stretch }) => ({
      ...stretch,
      fromMeters: roundTenth(fromMeters),
      lengthMeters: roundTenth(lengthMeters),
      reasons: reasons.map(reasonOnWire),
    })),
    walkToRoad: walkOnWire(route.walkToRoad),
    walkFromRoad: walkOnWire(route.walkFromRoad),
    legs: route.legs.map((leg) => ({
      ...leg,
      fromMeters: roundTenth(leg.fromMeters),
      lengthMeters: roundTenth(leg.lengthMeters),
      durationSeconds: roundTenth(leg.durationSeconds),
    })),
    profile: profileOnWire(points),
    roadIds: [...route.roadIds],
  };
}

/** A way from a place to itself has one point, and nothing is told of it. */
function standstill({ line }: Route): ProfilePoint[] {
  const unknown = { elevationMeters: null, slopePercent: null, zoneClass: null };
  return line.map((position) => ({ alongMeters: 0, position, ...unknown }));
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
    roadId: textAt(roadIds, onRoad.road),
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

export function reasonOnWire(code: PassageReason): WireRoute['unknown'][number]['reasons'][number] {
  const { ja, en } = PASSAGE_REASONS.find((one) => one.code === code)!;
  return { code, ja, en };
}

function walkOnWire({
  line,
  lengthMeters,
  durationSeconds,
  exposure,
}: Walk): WireRoute['walkToRoad'] {
  return {
    line: [place(line[0]), place(line[1])],
    lengthMeters: round(lengthMeters),
    durationSeconds: round(durationSeconds),
    redMeters: round(exposure.redMeters),
    anyMeters: round(exposure.anyMeters),
  };
}

const roundOrNull = (value: number | null) => (value === null ? null : round(value));

function roundAll(value: unknown): unknown {
  if (typeof value === 'number') return round(value);
  const entries = Object.entries(value as object).map(([key, one]) => [key, roundAll(one)]);
  return Object.fromEntries(entries);
}
