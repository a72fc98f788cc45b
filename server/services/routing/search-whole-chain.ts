import type { RouteAnswer, WireRoute } from '#contract/route';
import { failure, type Result, success } from '#domain/problem';
import type { Route } from '#domain/routing/route/route';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import type { SearchLimits } from '#domain/routing/search/limits';
import { findChain } from '#domain/routing/whole-chain/find-chain';
import { withClosures } from '#domain/routing/with-closures';
import { closedBy } from './closed-by.ts';
import type { HeldNetwork } from './held-network.ts';
import { routeOnWire } from './route-on-wire.ts';
import type { SearchOrder, SearchResults } from './search-orders.ts';
import { findingsOnRoutes } from './site-roads.ts';
import type { SiteState } from './site-state.ts';

/** All ways of one resident's evacuation with the roads as they stand. */
export function searchWholeChain(
  network: HeldNetwork,
  { traveller, supporter, closures, question }: Extract<SearchOrder, { kind: 'whole-chain' }>,
  site: SiteState,
  limits: SearchLimits,
): Result<SearchResults['whole-chain']> {
  const router = network.routerOf(traveller, site);
  const supporterRouter = network.routerOf(supporter, site);
  const applied = network.applied(site);
  const closed = closedBy(network, router, closures);
  const all = [...applied.closedRoads, ...closed.roads];
  const found = withClosures(router.metric, all, () =>
    withClosures(supporterRouter.metric, all, () =>
      findChain(router, supporterRouter, question, limits),
    ),
  );
  if (found === null) return failure(ROUTING_FAILURES.stopped());
  const ownWays = [
    found.direct,
    ...found.supporters.flatMap((one) => [one.toSupporter, one.fromSupporter]),
  ];
  const theirWays = found.supporters.map(({ toHome }) => toHome);
  const seen = (profileId: string, ways: readonly Result<Route>[]) =>
    findingsOnRoutes(
      applied,
      site,
      profileId,
      ways.flatMap((way) => (way.ok ? [way.value] : [])),
    );
  return success({
    destination: found.destination,
    direct: onWire(found.direct),
    supporters: found.supporters.map(({ toHome, toSupporter, fromSupporter, meeting }) => ({
      toHome: onWire(toHome),
      toSupporter: onWire(toSupporter),
      fromSupporter: onWire(fromSupporter),
      meeting,
    })),
    closed: { roads: closed.roads.length, unknownIds: closed.unknownIds },
    onSite: {
      closedRoads: applied.closedRoads.length,
      roads: eachOnce([
        ...seen(traveller.profileId, ownWays),
        ...seen(supporter.profileId, theirWays),
      ]),
    },
  });
}

const onWire = (way: Result<Route>): Result<WireRoute> =>
  way.ok ? success(routeOnWire(way.value)) : way;

type SiteRoads = RouteAnswer['onSite']['roads'];

function eachOnce(roads: SiteRoads): SiteRoads {
  return [...new Map(roads.map((road) => [road.roadId, road])).values()];
}
