import type { Position } from '#domain/geo/position';
import { exposureDmOf, timeCsOf } from './cost/packed-cost.ts';
import { buildMetric, setClosed } from './cost/route-metric.ts';
import { walkSeconds } from './nearest-ways.ts';
import { type Router, snapToRouter } from './router.ts';
import { findCostMatrix } from './search/cost-matrix.ts';
import type { SearchLimits } from './search/limits.ts';

/** Ways from each place to each, row by row: from · size + to. Infinity: no way, or no road near a place. */
export interface WayMatrix {
  readonly size: number;
  /** With the walks to and from the road. */
  readonly seconds: Float64Array;
  /** Of the same ways, in zones that the policy avoids first; null where it avoids none: not looked at. */
  readonly redMeters: Float64Array | null;
}

/**
 * Times of the ways that avoid what the policy avoids first, and are the quickest of those: what it dislikes
 * besides is left out, as arrival times are reckoned with these seconds. Null where it was stopped.
 */
export function findWayMatrix(
  router: Router,
  places: readonly Position[],
  limits: SearchLimits = {},
): WayMatrix | null {
  const { table, topology, assessment, exposure, policy, closed } = router.metric;
  const plain = { ...policy, secondsPerMeterInside: {}, secondsPerUnknownMeter: 0 };
  const metric = buildMetric(table, topology, assessment, exposure, plain);
  for (const [road, isClosed] of closed.entries())
    if (isClosed === 1) setClosed(metric, road, true);
  const snapped = places.map((position) => {
    const found = snapToRouter(router, position);
    return found.ok ? found.value.place : null;
  });
  const onRoads = snapped.flatMap((place, at) => (place === null ? [] : [{ place, at }]));
  const ends = onRoads.map(({ place }) => place);
  const costs = findCostMatrix(metric, ends, ends, limits);
  if (costs === null) return null;
  const size = places.length;
  const seconds = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  const redMeters = policy.avoidFirst.length === 0 ? null : new Float64Array(size * size);
  for (let place = 0; place < size; place += 1) seconds[place * size + place] = 0;
  for (const [row, from] of onRoads.entries())
    for (const [column, to] of onRoads.entries()) {
      const cost = costs[row * ends.length + column]!;
      if (from.at === to.at || cost === Number.POSITIVE_INFINITY) continue;
      const way = from.at * size + to.at;
      const walk = walkSeconds(metric, from.place.walkMeters + to.place.walkMeters);
      seconds[way] = timeCsOf(cost) / 100 + walk;
      if (redMeters !== null) redMeters[way] = exposureDmOf(cost) / 10;
    }
  return { size, seconds, redMeters };
}
