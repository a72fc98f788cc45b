import type { RouteMetric } from '../cost/route-metric.ts';
import {
  type ChainPlace,
  directWay,
  partsBetween,
  partsFromEnd,
  partsToEnd,
  type Seed,
  seedsFrom,
  seedsTo,
} from './chain-places.ts';
import { type FoundPath, seedOf } from './find-path.ts';
import { type CostTree, growTree } from './grow-tree.ts';
import type { SearchLimits } from './limits.ts';
import { partsInTree } from './tree-parts.ts';

/**
 * The ways between everywhere and the best of some ends, good until the metric changes: *to* them, as to
 * shelters, or *from* them, as from fire stations (`tree.direction`).
 */
export interface EndTree {
  readonly metric: RouteMetric;
  readonly ends: readonly ChainPlace[];
  readonly tree: CostTree;
  readonly seeds: readonly (readonly Seed[])[];
  /** Ends by the chain that they lie on. */
  readonly byChain: ReadonlyMap<number, readonly number[]>;
}

/** The best end of a place, by its number in the list. */
export interface BestEnd {
  readonly end: number;
  readonly cost: number;
  /** The core that the way goes by, or null where it stays on the chain. */
  readonly by: Seed | null;
}

/** Null where it was stopped, as is the other one. */
export const treeToEnds = (
  metric: RouteMetric,
  ends: readonly ChainPlace[],
  limits: SearchLimits = {},
): EndTree | null => treeOf(metric, 'to', ends, limits);

export const treeFromEnds = (
  metric: RouteMetric,
  ends: readonly ChainPlace[],
  limits: SearchLimits = {},
): EndTree | null => treeOf(metric, 'from', ends, limits);

function treeOf(
  metric: RouteMetric,
  direction: CostTree['direction'],
  ends: readonly ChainPlace[],
  limits: SearchLimits,
): EndTree | null {
  const seeds = ends.map((end) => (direction === 'to' ? seedsTo : seedsFrom)(metric, end));
  const treeSeeds = seeds.flatMap((list, origin) => list.map((seed) => ({ ...seed, origin })));
  const tree = growTree(metric, direction, treeSeeds, limits);
  if (tree === null) return null;
  const byChain = new Map<number, number[]>();
  for (const [end, { road }] of ends.entries()) {
    const chain = metric.topology.roadChains[road]!;
    byChain.set(chain, [...(byChain.get(chain) ?? []), end]);
  }
  return { metric, ends, tree, seeds, byChain };
}

/** The best of the ends for a place; null where there is no way between them. */
export function findBestEnd(
  { metric, ends, tree, byChain }: EndTree,
  place: ChainPlace,
): BestEnd | null {
  let best: BestEnd | null = null;
  const seedsOf = tree.direction === 'to' ? seedsFrom : seedsTo;
  for (const seed of seedsOf(metric, place)) {
    const cost = seed.cost + tree.costs[seed.core]!;
    if (cost < (best?.cost ?? Infinity)) best = { end: tree.origins[seed.core]!, cost, by: seed };
  }
  for (const end of byChain.get(metric.topology.roadChains[place.road]!) ?? []) {
    const way = directWay(metric, ...inOrder(tree, place, ends[end]!));
    if (way !== null && way.cost < (best?.cost ?? Infinity))
      best = { end, cost: way.cost, by: null };
  }
  return best;
}

/** The way to or from the best end that was found, in the direction that it is gone. */
export function pathByEnd(
  { metric, ends, tree, seeds }: EndTree,
  place: ChainPlace,
  { end, cost, by }: BestEnd,
): FoundPath {
  const [from, to] = inOrder(tree, place, ends[end]!);
  if (by === null) {
    const way = directWay(metric, from, to)!;
    return { cost, parts: partsBetween(metric, from, to, way.isAlong) };
  }
  const { parts, seedCore } = partsInTree(metric, tree, by.core);
  const atEnd = seedOf(seeds[end]!, seedCore, tree.costs[seedCore]!);
  const [start, stop] = tree.direction === 'to' ? [by, atEnd] : [atEnd, by];
  return {
    cost,
    parts: [
      ...partsToEnd(metric, from, start.isAlong),
      ...parts,
      ...partsFromEnd(metric, to, stop.isAlong),
    ],
  };
}

const inOrder = (
  { direction }: CostTree,
  place: ChainPlace,
  end: ChainPlace,
): [from: ChainPlace, to: ChainPlace] => (direction === 'to' ? [place, end] : [end, place]);
