import { failure, type Result, success } from '#domain/problem';
import { findNearestWays } from '#domain/routing/nearest-ways';
import { pairWays } from '#domain/routing/pair-ways';
import { reachPlaces } from '#domain/routing/reach-places';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import type { SearchLimits } from '#domain/routing/search/limits';
import { withClosures } from '#domain/routing/with-closures';
import type { HeldNetwork } from './held-network.ts';
import type { SearchOrder, SearchResults } from './search-orders.ts';
import type { SiteState } from './site-state.ts';

type ManyKind = 'nearest' | 'reach' | 'pairs';
type ManyOrder = Extract<SearchOrder, { kind: ManyKind }>;

/** Ways of many people at once with the roads as they stand. */
export function searchMany(
  network: HeldNetwork,
  order: ManyOrder,
  site: SiteState,
  limits: SearchLimits,
): Result<SearchResults[ManyKind]> {
  const router = network.routerOf(order.traveller, site);
  const { closedRoads } = network.applied(site);
  const answer = withClosures(router.metric, closedRoads, () => {
    switch (order.kind) {
      case 'nearest':
        return findNearestWays(router, order.places, order.groups, order.most, limits);
      case 'reach':
        return reachPlaces(
          router,
          order.origins,
          order.places,
          order.withinSeconds,
          order.most,
          limits,
        );
      case 'pairs': {
        const ways = pairWays(router, order.pairs, limits);
        return ways && { ways };
      }
    }
  });
  return answer === null ? failure(ROUTING_FAILURES.stopped()) : success(answer);
}
