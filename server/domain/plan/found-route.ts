import type { Position } from '../geo/position.ts';
import type { ZoneClass } from '../hazard/zone.ts';
import type { PlanRoad, PlanRoute } from './plan.ts';

interface Stretch {
  readonly lengthMeters: number;
}
interface Walk extends Stretch {
  readonly durationSeconds: number;
}

/** What a plan takes of a way that the router found. */
export interface FoundWay extends Walk {
  readonly line: readonly Position[];
  readonly exposure: { readonly redMeters: number; readonly anyMeters: number };
  readonly unknown: readonly Stretch[];
  readonly walkToRoad: Walk;
  readonly walkFromRoad: Walk;
  readonly profile: {
    readonly zones: readonly {
      readonly zoneClass: ZoneClass;
      readonly fromPoint: number;
      readonly toPoint: number;
    }[];
  };
}

/** From when the data are that the way rests on. */
export interface WayDates {
  readonly roads: readonly { readonly asOf: string | null }[];
  readonly zones: readonly (string | null)[];
}

export interface WayAsked {
  readonly from: Position;
  readonly to: Position;
  readonly profile: string;
  readonly isNight: boolean;
  readonly via: readonly Position[];
}

/** So many roads of a route a plan holds. */
export const MOST_PLAN_ROADS = 800;

/** A way that was found, as the plan keeps it: from door to door, with what it rests on. */
export function foundRoute(
  way: FoundWay,
  dates: WayDates,
  roads: readonly PlanRoad[],
  asked: WayAsked,
): PlanRoute {
  const { line, numberOf } = withoutStandstills([asked.from, ...way.line, asked.to].map(rounded));
  return {
    profile: asked.profile,
    origin: asked.via.length === 0 ? 'proposed' : 'by-hand',
    isNight: asked.isNight,
    line,
    via: asked.via.map(rounded),
    lengthMeters: way.walkToRoad.lengthMeters + way.lengthMeters + way.walkFromRoad.lengthMeters,
    durationSeconds:
      way.walkToRoad.durationSeconds + way.durationSeconds + way.walkFromRoad.durationSeconds,
    redMeters: way.exposure.redMeters,
    anyMeters: way.exposure.anyMeters,
    unknownMeters: way.unknown.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
    // The home stands before the first point of the way.
    zones: way.profile.zones.map(({ zoneClass, fromPoint, toPoint }) => ({
      zoneClass,
      fromPoint: numberOf(fromPoint + 1),
      toPoint: numberOf(toPoint + 1),
    })),
    walks: [
      { fromPoint: 0, toPoint: numberOf(1) },
      { fromPoint: numberOf(way.line.length), toPoint: line.length - 1 },
    ].filter(({ fromPoint, toPoint }) => toPoint > fromPoint),
    roads: roads.slice(0, MOST_PLAN_ROADS),
    roadsAsOf: oldest(dates.roads.map(({ asOf }) => asOf)),
    zonesAsOf: oldest(dates.zones),
  };
}

const rounded = ([lng, lat]: Position): [number, number] => [
  Number(lng.toFixed(7)),
  Number(lat.toFixed(7)),
];

/** A line without points that stand where the one before them does, and what number each point has then. */
function withoutStandstills(points: readonly (readonly [number, number])[]) {
  const line: (readonly [number, number])[] = [];
  const numbers = points.map(([lng, lat]) => {
    const last = line.at(-1);
    if (last === undefined || lng !== last[0] || lat !== last[1]) line.push([lng, lat]);
    return line.length - 1;
  });
  return { line, numberOf: (point: number) => numbers[point] ?? line.length - 1 };
}

/** The oldest date of the data; null where that of any is not known. */
function oldest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null);
  return known.length < dates.length ? null : (known.sort()[0] ?? null);
}
