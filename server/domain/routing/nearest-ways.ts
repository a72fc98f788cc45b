import type { Position } from '#domain/geo/position';
import { exposureDmOf, timeCsOf } from './cost/packed-cost.ts';
import { QUICKEST } from './cost/policy.ts';
import { buildMetric, type RouteMetric, setClosed } from './cost/route-metric.ts';
import { WALKING_ELDERLY } from './profiles/walking.ts';
import { type Router, snapToRouter } from './router.ts';
import type { SearchLimits } from './search/limits.ts';
import { findNearest, treeToNearest } from './search/nearest-destinations.ts';
import type { RoadPlace } from './snap/road-place.ts';

/** Ways of many places to the nearest few of a group of destinations: `most` of each place, nearest first. */
export interface NearestWays {
  readonly most: number;
  /** Numbers within the group; -1 where there are no more. */
  readonly destinations: Int32Array;
  readonly redMeters: Float32Array;
  /** With the walks to and from the road. */
  readonly seconds: Float32Array;
  /** With what the policy adds for zones and for roads to be looked at. */
  readonly weighedSeconds: Float32Array;
}

export interface NearestAnswer {
  /** In the order of the groups. */
  readonly groups: readonly NearestWays[];
  /** 1 for places that no road is near to. */
  readonly offRoads: Uint8Array;
}

/**
 * Ways of everybody to the nearest destinations of each group (those that take the same people), nearest by
 * the policy: metres in red first. Null where it was stopped.
 */
export function findNearestWays(
  router: Router,
  places: readonly Position[],
  groups: readonly (readonly Position[])[],
  most: number,
  limits: SearchLimits = {},
): NearestAnswer | null {
  const { metric } = router;
  const timeMetric = timesOf(metric);
  const from = places.map((position) => snap(router, position));
  const answers: NearestWays[] = [];
  for (const group of groups) {
    const to = group.map((position) => snap(router, position));
    const reached = to.flatMap((place, number) => (place === null ? [] : [{ number, place }]));
    const tree = treeToNearest(
      metric,
      timeMetric,
      reached.map(({ place }) => place),
      Math.max(1, Math.min(most, reached.length)),
      limits,
    );
    if (tree === null) return null;
    const ways = emptyWays(places.length, most);
    for (const [at, place] of from.entries()) {
      if (place === null) continue;
      for (const [rank, found] of findNearest(tree, place).entries()) {
        const { number, place: end } = reached[found.destination]!;
        const walk = walkSeconds(metric, place.walkMeters + end.walkMeters);
        const entry = at * most + rank;
        ways.destinations[entry] = number;
        ways.redMeters[entry] = exposureDmOf(found.cost) / 10;
        ways.seconds[entry] = found.timeCs / 100 + walk;
        ways.weighedSeconds[entry] = timeCsOf(found.cost) / 100 + walk;
      }
    }
    answers.push(ways);
  }
  return { groups: answers, offRoads: Uint8Array.from(from, (place) => (place === null ? 1 : 0)) };
}

/** The same roads, traveller and closures with times alone as costs. */
function timesOf({ table, topology, assessment, exposure, closed }: RouteMetric): RouteMetric {
  const times = buildMetric(table, topology, assessment, exposure, QUICKEST);
  for (const [road, isClosed] of closed.entries()) if (isClosed === 1) setClosed(times, road, true);
  return times;
}

function snap(router: Router, position: Position): RoadPlace | null {
  const snapped = snapToRouter(router, position);
  return snapped.ok ? snapped.value.place : null;
}

/** By the walking speed of the profile, of an elderly person for vehicles, as a route tells its walks. */
export function walkSeconds({ assessment }: RouteMetric, lengthMeters: number): number {
  const { mode, speeds } = assessment.profile;
  const isVehicle = mode === 'car' || mode === 'emergency';
  return lengthMeters / ((isVehicle ? WALKING_ELDERLY.speeds : speeds).street ?? 1);
}

function emptyWays(places: number, most: number): NearestWays {
  return {
    most,
    destinations: new Int32Array(places * most).fill(-1),
    redMeters: new Float32Array(places * most),
    seconds: new Float32Array(places * most),
    weighedSeconds: new Float32Array(places * most),
  };
}
