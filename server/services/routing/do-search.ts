import type { RouteAnswer } from '#contract/route';
import type { Position } from '#domain/geo/position';
import { failure, type Result, success } from '#domain/problem';
import { resolveClosures } from '#domain/routing/closures';
import { findRoutes } from '#domain/routing/find-routes';
import { judgeClosures } from '#domain/routing/isolation/judge-closures';
import { type Router, snapToRouter } from '#domain/routing/router';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import type { SearchLimits } from '#domain/routing/search/limits';
import type { RoadPlace } from '#domain/routing/snap/road-place';
import { withClosures } from '#domain/routing/with-closures';
import type { HeldNetwork } from './held-network.ts';
import { listCuts } from './list-cuts.ts';
import { placeOnWire, routeOnWire } from './route-on-wire.ts';
import type { SearchOrder, SearchResults } from './search-orders.ts';

type OrderOf<Kind extends SearchOrder['kind']> = Extract<SearchOrder, { kind: Kind }>;

/** Ids of closed roads that are told; a map shows no more of them anyway. */
const MOST_CLOSED_IDS = 5000;

export function doSearch(
  network: HeldNetwork,
  order: SearchOrder,
  limits: SearchLimits,
): Result<SearchResults[SearchOrder['kind']]> {
  switch (order.kind) {
    case 'routes':
      return searchRoutes(network, order, limits);
    case 'cut-off':
      return searchCutOff(network, order, limits);
    case 'cuts': {
      const router = network.routerOf(order.traveller);
      const places = snapAll(router, order.places);
      const shelters = snapAll(router, order.shelters).filter((one) => one !== null);
      return success(listCuts(router, places, order.weights, shelters, order.most));
    }
  }
}

function searchRoutes(
  network: HeldNetwork,
  { traveller, closures, ...question }: OrderOf<'routes'>,
  limits: SearchLimits,
): Result<SearchResults['routes']> {
  const router = network.routerOf(traveller);
  const closed = closedBy(network, router, closures);
  const found = withClosures(router.metric, closed.roads, () =>
    findRoutes(router, question, limits),
  );
  if (!found.ok) return found;
  const places = found.value.ends.map((end) => placeOnWire(router.metric.table, end));
  const answer: Omit<RouteAnswer, 'data'> = {
    routes: found.value.routes.map(routeOnWire),
    from: places[0]!,
    via: places.slice(1, -1),
    to: places.at(-1)!,
    closed: { roads: closed.roads.length, unknownIds: [...closed.unknownIds] },
  };
  return success({ json: JSON.stringify(answer) });
}

function searchCutOff(
  network: HeldNetwork,
  { foot, vehicle, closures, places, shelters }: OrderOf<'cut-off'>,
  limits: SearchLimits,
): Result<SearchResults['cut-off']> {
  const walker = network.routerOf(foot);
  const driver = network.routerOf(vehicle);
  const closed = closedBy(network, walker, closures);
  const judge = (router: Router, endsIsolation: 'any-destination' | 'main-roads') =>
    judgeClosures(
      router,
      snapAll(router, places),
      snapAll(router, shelters).filter((one) => one !== null),
      closed.roads,
      endsIsolation,
      limits,
    );
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
      ids: closed.roads.slice(0, MOST_CLOSED_IDS).map((road) => roadIds[road]!),
    },
  });
}

function closedBy(
  network: HeldNetwork,
  { metric, tree }: Router,
  closures: OrderOf<'routes'>['closures'],
) {
  const numberOf = (roadId: string) => network.numberOf(roadId);
  return resolveClosures(metric.table, tree, metric.exposure, numberOf, closures);
}

/** Without closures: what is cut off by one has to be seen as cut off, and not snapped away. */
function snapAll(router: Router, positions: readonly Position[]): (RoadPlace | null)[] {
  return positions.map((position) => {
    const snapped = snapToRouter(router, position);
    return snapped.ok ? snapped.value.place : null;
  });
}
