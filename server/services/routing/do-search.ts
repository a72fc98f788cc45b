import type { RouteAnswer } from '#contract/route';
import type { Position } from '#domain/geo/position';
import { failure, type Result, success } from '#domain/problem';
import { findRoutes } from '#domain/routing/find-routes';
import { judgeClosures } from '#domain/routing/isolation/judge-closures';
import { type Router, snapToRouter } from '#domain/routing/router';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import type { SearchLimits } from '#domain/routing/search/limits';
import { markMainRoads } from '#domain/routing/snap/main-component';
import type { RoadPlace } from '#domain/routing/snap/road-place';
import { findWayMatrix } from '#domain/routing/way-matrix';
import { withClosures } from '#domain/routing/with-closures';
import { textAt } from '#domain/text/packed-texts';
import { closedBy } from './closed-by.ts';
import { describeRoad } from './describe-road.ts';
import type { HeldNetwork } from './held-network.ts';
import { keptRoads } from './kept-roads.ts';
import { listCuts } from './list-cuts.ts';
import { placeOnWire, routeOnWire } from './route-on-wire.ts';
import { searchFireCheck } from './search-fire-check.ts';
import { searchMany } from './search-many.ts';
import type { SearchOrder, SearchResults } from './search-orders.ts';
import { searchWholeChain } from './search-whole-chain.ts';
import { findingsOnRoutes, listSiteRoads } from './site-roads.ts';
import type { SiteState } from './site-state.ts';

type OrderOf<Kind extends SearchOrder['kind']> = Extract<SearchOrder, { kind: Kind }>;

/** Ids of closed roads that are told; a map shows no more of them anyway. */
const MOST_CLOSED_IDS = 5000;

/** Does an order with the roads as they are now: what is closed on site is closed in every answer. */
export function doSearch(
  network: HeldNetwork,
  order: SearchOrder,
  site: SiteState,
  limits: SearchLimits,
): Result<SearchResults[SearchOrder['kind']]> {
  switch (order.kind) {
    case 'routes':
      return searchRoutes(network, order, site, limits);
    case 'cut-off':
      return searchCutOff(network, order, site, limits);
    case 'cuts': {
      const router = network.routerOf(order.traveller, site);
      const places = snapAll(router, order.places);
      const shelters = snapAll(router, order.shelters).filter((one) => one !== null);
      const { closedRoads } = network.applied(site);
      return success(
        withClosures(router.metric, closedRoads, () =>
          listCuts(router, places, order.weights, shelters, order.most),
        ),
      );
    }
    case 'fire-check':
      return searchFireCheck(network, order, site, limits);
    case 'whole-chain':
      return searchWholeChain(network, order, site, limits);
    case 'nearest':
    case 'reach':
    case 'pairs':
      return searchMany(network, order, site, limits);
    case 'matrix':
      return searchMatrix(network, order, site, limits);
    case 'kept-roads':
      return success(keptRoads(network, order));
    case 'site-roads':
      return success({ roads: listSiteRoads(network.applied(site), site) });
    case 'road':
      return success({ road: describeRoad(network, order.id) });
  }
}

function searchRoutes(
  network: HeldNetwork,
  { traveller, closures, ...question }: OrderOf<'routes'>,
  site: SiteState,
  limits: SearchLimits,
): Result<SearchResults['routes']> {
  const router = network.routerOf(traveller, site);
  const applied = network.applied(site);
  const closed = closedBy(network, router, closures);
  const found = withClosures(router.metric, [...applied.closedRoads, ...closed.roads], () =>
    findRoutes(router, question, limits),
  );
  if (!found.ok) return found;
  const places = found.value.ends.map((end) => placeOnWire(router.metric.table, end));
  const { routes } = found.value;
  const answer: Omit<RouteAnswer, 'data'> = {
    routes: routes.map(routeOnWire),
    from: places[0]!,
    via: places.slice(1, -1),
    to: places.at(-1)!,
    closed: { roads: closed.roads.length, unknownIds: [...closed.unknownIds] },
    onSite: {
      closedRoads: applied.closedRoads.length,
      roads: findingsOnRoutes(applied, site, traveller.profileId, routes),
    },
  };
  return success({ json: JSON.stringify(answer) });
}

function searchMatrix(
  network: HeldNetwork,
  { traveller, closures, places }: OrderOf<'matrix'>,
  site: SiteState,
  limits: SearchLimits,
): Result<SearchResults['matrix']> {
  const router = network.routerOf(traveller, site);
  const { closedRoads } = network.applied(site);
  const closed = closedBy(network, router, closures);
  const matrix = withClosures(router.metric, [...closedRoads, ...closed.roads], () =>
    findWayMatrix(router, places, limits),
  );
  if (matrix === null) return failure(ROUTING_FAILURES.stopped());
  return success({
    ...matrix,
    closed: { roads: closed.roads.length, unknownIds: [...closed.unknownIds] },
  });
}

function searchCutOff(
  network: HeldNetwork,
  { foot, vehicle, closures, places, shelters }: OrderOf<'cut-off'>,
  site: SiteState,
  limits: SearchLimits,
): Result<SearchResults['cut-off']> {
  const walker = network.routerOf(foot, site);
  const driver = network.routerOf(vehicle, site);
  const { closedRoads } = network.applied(site);
  const closed = closedBy(network, walker, closures);
  const judge = (router: Router, endsIsolation: 'any-destination' | 'main-roads') => {
    const [from, to] = [snapAll(router, places), snapAll(router, shelters)];
    return withClosures(router.metric, closedRoads, () =>
      judgeClosures(
        asItStands(router, closedRoads),
        from,
        to.filter((one) => one !== null),
        closed.roads,
        endsIsolation,
        limits,
      ),
    );
  };
  const onFoot = judge(walker, 'any-destination');
  const byVehicle = onFoot === null ? null : judge(driver, 'main-roads');
  if (onFoot === null || byVehicle === null) return failure(ROUTING_FAILURES.stopped());
  const { roadIds } = walker.metric.table;
  return success({
    foot: onFoot,
    vehicle: byVehicle,
    closed: {
      roads: closed.roads.length,
      unknownIds: closed.unknownIds,
      ids: closed.roads.slice(0, MOST_CLOSED_IDS).map((road) => textAt(roadIds, road)),
    },
  });
}

/** With what is closed on site nobody is cut off by the question: they were before. */
function asItStands(router: Router, closedRoads: readonly number[]): Router {
  return closedRoads.length === 0 ? router : { ...router, mainRoads: markMainRoads(router.metric) };
}

/** Without closures: what is cut off by one has to be seen as cut off, and not snapped away. */
function snapAll(router: Router, positions: readonly Position[]): (RoadPlace | null)[] {
  return positions.map((position) => {
    const snapped = snapToRouter(router, position);
    return snapped.ok ? snapped.value.place : null;
  });
}
