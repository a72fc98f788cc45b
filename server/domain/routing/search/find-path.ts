import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import {
  type ChainPlace,
  type DirectWay,
  directWay,
  partsBetween,
  partsFromEnd,
  partsToEnd,
  type Seed,
  seedsFrom,
  seedsTo,
} from './chain-places.ts';
import { mustStop, type SearchLimits } from './limits.ts';
import { SearchSide } from './search-side.ts';
import { partsInTree } from './tree-parts.ts';

/** A way from one place to another. */
export interface FoundPath {
  /** Packed cost by the metric. */
  readonly cost: number;
  readonly parts: readonly RoadPart[];
}

export type PathResult =
  | { readonly status: 'found'; readonly path: FoundPath }
  | { readonly status: 'unreachable' | 'stopped' };

/** Finds ways between two places of one topology, one at a time: with landmarks or without. */
export interface PairFinder {
  find(metric: RouteMetric, from: ChainPlace, to: ChainPlace, limits?: SearchLimits): PathResult;
}

/** The search without landmarks: for metrics in which something may cost less than when they were taken. */
export class PathFinder implements PairFinder {
  readonly #from: SearchSide;
  readonly #to: SearchSide;
  /** Cores that the last search looked at. */
  settledCount = 0;

  constructor(coreCount: number) {
    this.#from = new SearchSide(coreCount);
    this.#to = new SearchSide(coreCount);
  }

  /**
   * The cheapest way between two places: Dijkstra from both ends, always on the side that is less far,
   * until the two frontiers together cost as much as the best meeting. Neither side goes down a dead
   * end: if the other place lies there, the other side comes up out of it.
   */
  find(
    metric: RouteMetric,
    from: ChainPlace,
    to: ChainPlace,
    limits: SearchLimits = {},
  ): PathResult {
    const direct = directWay(metric, from, to);
    const starts = seedsFrom(metric, from);
    const stops = seedsTo(metric, to);
    this.#from.begin(starts);
    this.#to.begin(stops);
    const meeting = this.#meet(metric, direct?.cost ?? Infinity, limits);
    if (meeting === 'stopped') return { status: 'stopped' };
    if (meeting.core >= 0) {
      const parts = this.#partsBy(metric, meeting.core, from, to, starts, stops);
      return { status: 'found', path: { cost: meeting.cost, parts } };
    }
    return withinChain(metric, from, to, direct);
  }

  /** The core where the best way meets; -1 where none is better than `bound`. */
  #meet({ topology, outCosts, inCosts }: RouteMetric, bound: number, limits: SearchLimits) {
    const { coreFirst, coreFirstDown, arcHeads } = topology;
    const sides = [this.#from, this.#to] as const;
    let best = bound;
    let meeting = -1;
    let settled = 0;
    for (const core of this.#seedMeetings()) {
      const cost = this.#from.costs[core]! + this.#to.costs[core]!;
      if (cost < best) {
        best = cost;
        meeting = core;
      }
    }
    for (;;) {
      const fromLeast = this.#from.heap.leastCost;
      const toLeast = this.#to.heap.leastCost;
      // A side that is done has been everywhere but down dead ends: all that the other one may still do is
      // to come up out of one, by the single arc that does not lead down.
      const bothLeast =
        (fromLeast === Infinity ? 0 : fromLeast) + (toLeast === Infinity ? 0 : toLeast);
      if (bothLeast >= best || (fromLeast === Infinity && toLeast === Infinity)) break;
      settled += 1;
      if (mustStop(settled, limits)) return 'stopped';
      const isFrom = fromLeast <= toLeast;
      const side = isFrom ? sides[0] : sides[1];
      const other = isFrom ? sides[1] : sides[0];
      const costs = isFrom ? outCosts : inCosts;
      const core = side.heap.pop();
      const cost = side.costs[core]!;
      const end = coreFirstDown[core]!;
      if (other.heap.size === 0 && end - coreFirst[core]! > 1) continue;
      for (let arc = coreFirst[core]!; arc < end; arc += 1) {
        const reached = cost + costs[arc]!;
        if (reached >= best) continue;
        const head = arcHeads[arc]!;
        if (!side.reach(head, reached, core, arc) || !other.isReached(head)) continue;
        const total = reached + other.costs[head]!;
        if (total < best) {
          best = total;
          meeting = head;
        }
      }
    }
    this.settledCount = settled;
    return { cost: best, core: meeting };
  }

  /** Cores that are seeds of both sides: two places on neighbouring chains. */
  #seedMeetings(): number[] {
    return this.#from.heap.list().filter((core) => this.#to.isReached(core));
  }

  #partsBy(
    metric: RouteMetric,
    meeting: number,
    from: ChainPlace,
    to: ChainPlace,
    starts: readonly Seed[],
    stops: readonly Seed[],
  ): RoadPart[] {
    const before = partsInTree(metric, { ...this.#from, direction: 'from' }, meeting);
    const after = partsInTree(metric, { ...this.#to, direction: 'to' }, meeting);
    const start = seedOf(starts, before.seedCore, this.#from.costs[before.seedCore]!);
    const stop = seedOf(stops, after.seedCore, this.#to.costs[after.seedCore]!);
    return [
      ...partsToEnd(metric, from, start.isAlong),
      ...before.parts,
      ...after.parts,
      ...partsFromEnd(metric, to, stop.isAlong),
    ];
  }
}

/** Where no way over cores is better: the one within the chain of both places, if there is one. */
export function withinChain(
  metric: RouteMetric,
  from: ChainPlace,
  to: ChainPlace,
  direct: DirectWay | null,
): PathResult {
  if (direct === null) return { status: 'unreachable' };
  const parts = partsBetween(metric, from, to, direct.isAlong);
  return { status: 'found', path: { cost: direct.cost, parts } };
}

/** The seed that a search began at by a core. */
export function seedOf(seeds: readonly Seed[], core: number, cost: number): Seed {
  const seed = seeds.find((one) => one.core === core && one.cost === cost);
  if (seed === undefined) throw new Error(`core ${core}: expected a seed of cost ${cost}`);
  return seed;
}
