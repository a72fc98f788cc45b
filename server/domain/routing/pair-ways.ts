import type { Position } from '#domain/geo/position';
import { findRoutes } from './find-routes.ts';
import type { Router } from './router.ts';
import { ROUTING_FAILURES } from './routing-failures.ts';
import type { SearchLimits } from './search/limits.ts';

/** What a way comes to, walks to and from the road included in its time. */
export interface WaySummary {
  readonly redMeters: number;
  /** Inside of zones that are not red. */
  readonly yellowMeters: number;
  /** To be looked at on site. */
  readonly unknownMeters: number;
  readonly lengthMeters: number;
  readonly seconds: number;
}

/** The best way of each pair, null where there is none; null for all where it was stopped. */
export function pairWays(
  router: Router,
  pairs: readonly (readonly [Position, Position])[],
  limits: SearchLimits = {},
): (WaySummary | null)[] | null {
  const ways: (WaySummary | null)[] = [];
  for (const [from, to] of pairs) {
    if (limits.shouldStop?.() === true) return null;
    const found = findRoutes(router, { from, to, via: [], mostAlternatives: 0 }, limits);
    if (!found.ok && found.problem.code === ROUTING_FAILURES.stopped().code) return null;
    const route = found.ok ? found.value.routes[0] : undefined;
    if (route === undefined) {
      ways.push(null);
      continue;
    }
    const { exposure, unknown, durationSeconds, walkToRoad, walkFromRoad } = route;
    ways.push({
      redMeters: exposure.redMeters,
      yellowMeters: exposure.anyMeters - exposure.redMeters,
      unknownMeters: unknown.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
      lengthMeters: route.lengthMeters,
      seconds: durationSeconds + walkToRoad.durationSeconds + walkFromRoad.durationSeconds,
    });
  }
  return ways;
}
