import type { Position } from '#domain/geo/position';
import { failure, type Result, success } from '#domain/problem';
import { isOpen, type RouteMetric } from './cost/route-metric.ts';
import type { RoadPart } from './exposure/measure-exposure.ts';
import type { RoadTree } from './graph/road-tree.ts';
import { describeRoute, type RouteEnd } from './route/describe-route.ts';
import type { Route } from './route/route.ts';
import { ROUTING_FAILURES } from './routing-failures.ts';
import { type PairFinder, PathFinder } from './search/find-path.ts';
import { LandmarkFinder } from './search/landmark-finder.ts';
import type { Landmarks } from './search/landmarks.ts';
import type { SearchLimits } from './search/limits.ts';
import { markMainRoads } from './snap/main-component.ts';
import { snapPosition } from './snap/snap-position.ts';

/** More places to go by than this are a mistake, or an attack. */
export const MOST_VIA = 50;

/** Farther than this nobody is led to a road: the place is at sea, or its roads are not in the data. */
export const SNAP_WITHIN_METERS = 1000;

/** What is asked for and answered with one metric; one at a time, as its room for searching is shared. */
export interface Router {
  readonly metric: RouteMetric;
  readonly tree: RoadTree;
  /** 1 for roads of the main component, closures left out of account. */
  readonly mainRoads: Uint8Array;
  readonly finder: PairFinder;
}

/**
 * Hand in a metric without closures: what is cut off by one has to be seen as cut off, not snapped away.
 *
 * @param landmarks of this very metric, which must not cost less afterwards; null to search without
 */
export function createRouter(
  metric: RouteMetric,
  tree: RoadTree,
  landmarks: Landmarks | null,
): Router {
  const { coreCount } = metric.topology;
  return {
    metric,
    tree,
    mainRoads: markMainRoads(metric),
    finder:
      landmarks === null ? new PathFinder(coreCount) : new LandmarkFinder(coreCount, landmarks),
  };
}

/** The place on the nearest road of the main component that is open to this traveller. */
export function snapToRouter(
  { metric, tree, mainRoads }: Router,
  position: Position,
  withinMeters = SNAP_WITHIN_METERS,
): Result<RouteEnd> {
  const snapped = snapPosition(
    metric.table,
    tree,
    position,
    withinMeters,
    (road) => mainRoads[road] === 1 && isOpen(metric, road),
  );
  return snapped.ok ? success({ position, place: snapped.value }) : snapped;
}

/**
 * The best route between two positions, by way of others in their order.
 *
 * @throws RangeError where a position is no place on earth
 */
export function findRoute(
  router: Router,
  from: Position,
  to: Position,
  { via = [], ...limits }: SearchLimits & { readonly via?: readonly Position[] } = {},
): Result<Route> {
  if (via.length > MOST_VIA) return failure(ROUTING_FAILURES.tooManyVia(via.length, MOST_VIA));
  const ends: RouteEnd[] = [];
  for (const position of [from, ...via, to]) {
    const end = snapToRouter(router, position);
    if (!end.ok) return end;
    ends.push(end.value);
  }
  const parts: RoadPart[] = [];
  for (const [leg, end] of ends.entries()) {
    const before = ends[leg - 1];
    if (before === undefined) continue;
    const result = router.finder.find(router.metric, before.place, end.place, limits);
    if (result.status !== 'found')
      return failure(
        result.status === 'stopped' ? ROUTING_FAILURES.stopped() : ROUTING_FAILURES.unreachable(),
      );
    parts.push(...result.path.parts);
  }
  return success(describeRoute(router.metric, parts, ends[0]!, ends.at(-1)!));
}
