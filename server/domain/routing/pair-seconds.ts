import type { Position } from '#domain/geo/position';
import { walkSeconds } from './nearest-ways.ts';
import { type Router, snapToRouter } from './router.ts';
import type { SearchLimits } from './search/limits.ts';

/** Seconds of the best way of each pair with the walks to and from the road, NaN where there is none; null where it was stopped. */
export function pairSeconds(
  router: Router,
  pairs: readonly (readonly [Position, Position])[],
  limits: SearchLimits = {},
): Float64Array | null {
  const { metric, finder } = router;
  const seconds = new Float64Array(pairs.length).fill(Number.NaN);
  for (const [at, [from, to]] of pairs.entries()) {
    const [start, end] = [snapToRouter(router, from), snapToRouter(router, to)];
    if (!start.ok || !end.ok) continue;
    const found = finder.find(metric, start.value.place, end.value.place, limits);
    if (found.status === 'stopped' || limits.shouldStop?.() === true) return null;
    if (found.status !== 'found') continue;
    const walk = start.value.place.walkMeters + end.value.place.walkMeters;
    const timeCs = found.path.parts.reduce(
      (sum, part) => sum + metric.parts.timeCsOf(part.road, part.fromMeters, part.toMeters),
      0,
    );
    seconds[at] = timeCs / 100 + walkSeconds(metric, walk);
  }
  return seconds;
}
