import type { RouteAnswer, SnappedPlace, WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import { PASSAGE_REASONS, type PassageReason } from '#domain/routing/profiles/reasons';
import type { Route, Walk } from '#domain/routing/route/route';
import type { PlaceOnRoad } from './search-orders.ts';

/** A centimetre: what is beyond it is noise of the sums, and half of the bytes. */
const DIGITS = 2;
const DEGREE_DIGITS = 7;

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

export function placeOnWire({ position, onRoad, walkMeters, ...road }: PlaceOnRoad): SnappedPlace {
  return {
    position: place(position),
    onRoad: place(onRoad),
    walkMeters: round(walkMeters),
    ...road,
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
  Number(lng.toFixed(DEGREE_DIGITS)),
  Number(lat.toFixed(DEGREE_DIGITS)),
];
export const round = (value: number): number => Number(value.toFixed(DIGITS));
const roundOrNull = (value: number | null) => (value === null ? null : round(value));

function roundAll(value: unknown): unknown {
  if (typeof value === 'number') return round(value);
  const entries = Object.entries(value as object).map(([key, one]) => [key, roundAll(one)]);
  return Object.fromEntries(entries);
}
