import type { RouteMetric } from '../cost/route-metric.ts';
import { type ChainPlace, directWay, seedsFrom, seedsTo } from './chain-places.ts';
import { CoreHeap } from './core-heap.ts';
import { mustStop, type SearchLimits } from './limits.ts';

/** From every core the ways to the nearest few of some destinations, good until the metric changes. */
export interface NearestTree {
  readonly metric: RouteMetric;
  /** Of the same roads and traveller, by time alone. */
  readonly timeMetric: RouteMetric;
  readonly destinations: readonly ChainPlace[];
  readonly most: number;
  /** `most` of each core, nearest first: what they cost, packed, how long the same way takes, and which. */
  readonly costs: Float64Array;
  readonly times: Float64Array;
  readonly origins: Int32Array;
  readonly counts: Uint16Array;
}

export interface NearDestination {
  /** By its number in the list. */
  readonly destination: number;
  /** Packed. */
  readonly cost: number;
  /** Hundredths of a second, without the weights of the policy. */
  readonly timeCs: number;
}

/**
 * Grows one tree in which each core is reached from its `most` nearest destinations: as much work as `most`
 * trees of one destination, however many destinations there are. Null where it was stopped.
 *
 * @param timeMetric the metric of the same traveller, roads and closures whose costs are times alone
 */
export function treeToNearest(
  metric: RouteMetric,
  timeMetric: RouteMetric,
  destinations: readonly ChainPlace[],
  most: number,
  limits: SearchLimits = {},
): NearestTree | null {
  const { coreCount, coreFirst, arcHeads } = metric.topology;
  const costs = new Float64Array(coreCount * most).fill(Infinity);
  const times = new Float64Array(coreCount * most);
  const origins = new Int32Array(coreCount * most).fill(-1);
  const counts = new Uint16Array(coreCount);
  /** Of the entries of a core, how many are final. */
  const settled = new Uint16Array(coreCount);
  const heap = new CoreHeap(coreCount);
  const offer = (core: number, cost: number, time: number, origin: number): void => {
    const first = core * most;
    let count = counts[core]!;
    let place = first + count;
    // Most offers end here: no better than the last of a full list.
    if (count === most && costs[place - 1]! <= cost) return;
    for (let at = first; at < first + count; at += 1)
      if (origins[at] === origin) {
        if (costs[at]! <= cost) return;
        place = at;
        count -= 1;
        break;
      }
    if (place === first + most) {
      place -= 1;
      count -= 1;
    }
    for (; place > first && costs[place - 1]! > cost; place -= 1) {
      costs[place] = costs[place - 1]!;
      times[place] = times[place - 1]!;
      origins[place] = origins[place - 1]!;
    }
    costs[place] = cost;
    times[place] = time;
    origins[place] = origin;
    counts[core] = count + 1;
    if (place === first + settled[core]!) heap.push(core, cost);
  };
  for (const [origin, place] of destinations.entries()) {
    const timeSeeds = seedsTo(timeMetric, place);
    for (const [at, { core, cost }] of seedsTo(metric, place).entries())
      offer(core, cost, timeSeeds[at]!.cost, origin);
  }
  let steps = 0;
  while (heap.size > 0) {
    const core = heap.pop();
    steps += 1;
    if (mustStop(steps, limits)) return null;
    const at = core * most + settled[core]!;
    settled[core] = settled[core]! + 1;
    if (settled[core]! < counts[core]!) heap.push(core, costs[at + 1]!);
    const end = coreFirst[core + 1]!;
    for (let arc = coreFirst[core]!; arc < end; arc += 1) {
      const cost = costs[at]! + metric.inCosts[arc]!;
      if (cost < Infinity)
        offer(arcHeads[arc]!, cost, times[at]! + timeMetric.inCosts[arc]!, origins[at]!);
    }
  }
  return { metric, timeMetric, destinations, most, costs, times, origins, counts };
}

/** The nearest destinations of a place, nearest first, as many as the tree holds. */
export function findNearest(
  { metric, timeMetric, destinations, most, ...tree }: NearestTree,
  place: ChainPlace,
): NearDestination[] {
  const best = new Map<number, NearDestination>();
  const offer = (destination: number, cost: number, timeCs: number) => {
    if (cost < (best.get(destination)?.cost ?? Infinity))
      best.set(destination, { destination, cost, timeCs });
  };
  const timeSeeds = seedsFrom(timeMetric, place);
  for (const [at, { core, cost }] of seedsFrom(metric, place).entries())
    for (let entry = core * most; entry < core * most + tree.counts[core]!; entry += 1)
      offer(
        tree.origins[entry]!,
        cost + tree.costs[entry]!,
        timeSeeds[at]!.cost + tree.times[entry]!,
      );
  const chain = metric.topology.roadChains[place.road];
  for (const [destination, to] of destinations.entries()) {
    if (metric.topology.roadChains[to.road] !== chain) continue;
    const way = directWay(metric, place, to);
    const time = directWay(timeMetric, place, to);
    if (way !== null && time !== null) offer(destination, way.cost, time.cost);
  }
  return [...best.values()]
    .sort((a, b) => a.cost - b.cost || a.destination - b.destination)
    .slice(0, most);
}
