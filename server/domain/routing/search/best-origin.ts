import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
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

/** The ways to everywhere from the best of some origins, good until the metric changes. */
export interface OriginTree {
  readonly metric: RouteMetric;
  readonly origins: readonly ChainPlace[];
  readonly tree: CostTree;
  readonly seeds: readonly (readonly Seed[])[];
}

/** The best origin for a place, by its number in the list. */
export interface BestOrigin {
  readonly origin: number;
  readonly cost: number;
  /** The core that the way comes in by, or null where it stays on the chain. */
  readonly by: Seed | null;
}

/** Grows the tree from a set of origins, as fire stations; null where it was stopped. */
export function treeFromOrigins(
  metric: RouteMetric,
  origins: readonly ChainPlace[],
  limits: SearchLimits = {},
): OriginTree | null {
  const seeds = origins.map((place) => seedsFrom(metric, place));
  const treeSeeds = seeds.flatMap((list, origin) => list.map((seed) => ({ ...seed, origin })));
  const tree = growTree(metric, 'from', treeSeeds, limits);
  return tree === null ? null : { metric, origins, tree, seeds };
}

/** The best of the origins for a place; null where none leads there. */
export function findBestOrigin(
  { metric, origins, tree }: OriginTree,
  place: ChainPlace,
): BestOrigin | null {
  let best: BestOrigin | null = null;
  for (const seed of seedsTo(metric, place)) {
    const cost = seed.cost + tree.costs[seed.core]!;
    if (cost < (best?.cost ?? Infinity))
      best = { origin: tree.origins[seed.core]!, cost, by: seed };
  }
  for (const [origin, from] of origins.entries()) {
    const way = directWay(metric, from, place);
    if (way !== null && way.cost < (best?.cost ?? Infinity))
      best = { origin, cost: way.cost, by: null };
  }
  return best;
}

/** The way from the best origin that was found. */
export function pathFromOrigin(
  { metric, origins, tree, seeds }: OriginTree,
  place: ChainPlace,
  { origin, cost, by }: BestOrigin,
): FoundPath {
  const from = origins[origin]!;
  if (by === null) {
    const way = directWay(metric, from, place)!;
    return { cost, parts: partsBetween(metric, from, place, way.isAlong) };
  }
  const { parts, seedCore } = partsInTree(metric, tree, by.core);
  const start = seedOf(seeds[origin]!, seedCore, tree.costs[seedCore]!);
  const all: RoadPart[] = [
    ...partsToEnd(metric, from, start.isAlong),
    ...parts,
    ...partsFromEnd(metric, place, by.isAlong),
  ];
  return { cost, parts: all };
}
