import type { RoadNetwork } from '#domain/road/road';
import type { RouteMetric } from '#domain/routing/cost/route-metric';
import { modesBlockedBy } from '#domain/routing/graph/barrier-kinds';
import type { ChainPlace } from '#domain/routing/search/chain-places';
import { textAt, unpackTexts } from '#domain/text/packed-texts';

/**
 * The least cost between two places by the plainest means: Dijkstra over directed roads, without chains,
 * copies of junctions or heaps. Costs of roads are the metric's; what hangs together is read anew from
 * the network.
 */
export function plainCost(
  network: RoadNetwork,
  metric: RouteMetric,
  from: ChainPlace,
  to: ChainPlace,
): number {
  return plainCosts(network, metric, from)(to);
}

/** As above, to any number of places from one; the metric stays as it is for as long as the answer is used. */
export function plainCosts(
  network: RoadNetwork,
  metric: RouteMetric,
  from: ChainPlace,
): (to: ChainPlace) => number {
  const { table, closed, parts } = metric;
  const { mode } = metric.assessment.profile;
  const lengthOf = (road: number) => table.lengthsMeters[road] ?? 0;
  const numbers = new Map(unpackTexts(table.roadIds).map((id, number) => [id, number]));
  const roads = network.roads.filter(({ id }) => numbers.has(id));
  const cost = (road: number, fromMeters: number, toMeters: number, isAlong: boolean) =>
    closed[road] === 1 ? Infinity : parts.costOf(road, fromMeters, toMeters, isAlong);
  const blocked = new Set(
    network.barriers.filter((one) => modesBlockedBy(one).includes(mode)).map((one) => one.junction),
  );
  const isVehicle = mode === 'car' || mode === 'emergency';
  // Turning round where a road merely goes on as another one is ruled out by chains; elsewhere it is not.
  const cores = new Set(
    [...metric.topology.coreJunctions].map((junction) => textAt(table.junctionIds, junction)),
  );
  const mayTurn = (a: string, junction: string, b: string) => {
    if (a === b && !cores.has(junction)) return false;
    if (!isVehicle || blocked.has(junction)) return true;
    const binding = network.restrictions.filter(
      (one) =>
        one.fromRoad === a &&
        one.junction === junction &&
        !one.except.includes(mode) &&
        roads.some(({ id, ends }) => id === one.toRoad && ends.includes(junction)),
    );
    const only = binding.filter(({ kind }) => kind === 'only');
    if (only.length > 0 && !only.some(({ toRoad }) => toRoad === b)) return false;
    return !binding.some(({ kind, toRoad }) => kind === 'no' && toRoad === b);
  };
  // State 2r: at the end of road r, having gone along its line; 2r + 1: at its start, against it.
  const costs = new Map<number, number>();
  const reach = (state: number, value: number) => {
    if (value < (costs.get(state) ?? Infinity)) costs.set(state, value);
  };
  /** What has been spent where a road is entered, by the state at its other end. */
  const entered = new Map<number, number>();
  reach(2 * from.road, cost(from.road, from.alongMeters, lengthOf(from.road), true));
  reach(2 * from.road + 1, cost(from.road, from.alongMeters, 0, false));
  const done = new Set<number>();
  for (;;) {
    let state = -1;
    for (const [one, value] of costs)
      if (!done.has(one) && value < (costs.get(state) ?? Infinity)) state = one;
    if (state < 0) break;
    done.add(state);
    const spent = costs.get(state) ?? Infinity;
    const road = roads.find(({ id }) => numbers.get(id) === state >> 1);
    if (road === undefined) continue;
    const arrivedAt = (state & 1) === 0 ? 1 : 0;
    const junction = road.ends[arrivedAt];
    for (const next of roads)
      for (const side of [0, 1] as const) {
        if (next.ends[side] !== junction || !mayTurn(road.id, junction, next.id)) continue;
        // Before a barrier one can turn round and no more.
        if (blocked.has(junction) && (next.id !== road.id || side !== arrivedAt)) continue;
        const number = numbers.get(next.id) ?? -1;
        const isAlong = side === 0;
        const start = isAlong ? 0 : lengthOf(number);
        const onward = 2 * number + side;
        reach(onward, spent + cost(number, start, lengthOf(number) - start, isAlong));
        entered.set(onward, Math.min(entered.get(onward) ?? Infinity, spent));
      }
  }
  return (to) => {
    const ways = [Infinity];
    if (from.road === to.road) {
      const isAlong = to.alongMeters >= from.alongMeters;
      const isThere = from.alongMeters === to.alongMeters && closed[from.road] === 0;
      ways.push(isThere ? 0 : cost(from.road, from.alongMeters, to.alongMeters, isAlong));
    }
    for (const side of [0, 1]) {
      const spent = entered.get(2 * to.road + side) ?? Infinity;
      const start = side === 0 ? 0 : lengthOf(to.road);
      ways.push(spent + cost(to.road, start, to.alongMeters, side === 0));
    }
    return Math.min(...ways);
  };
}
