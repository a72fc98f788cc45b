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
import type { FoundPath } from './find-path.ts';
import { type CostTree, growTree } from './grow-tree.ts';
import type { SearchLimits } from './limits.ts';
import { partsInTree } from './tree-parts.ts';

/** The ways from everywhere to the best of some destinations, good until the metric changes. */
export interface DestinationTree {
  readonly metric: RouteMetric;
  readonly destinations: readonly ChainPlace[];
  readonly tree: CostTree;
  readonly seeds: readonly (readonly Seed[])[];
  /** Destinations by the chain that they lie on. */
  readonly byChain: ReadonlyMap<number, readonly number[]>;
}

/** The best destination of a place, by its number in the list. */
export interface BestDestination {
  readonly destination: number;
  readonly cost: number;
  /** The core that the way goes by, or null where it stays on the chain. */
  readonly by: Seed | null;
}

/** Grows the tree of a set of destinations; null where it was stopped. */
export function treeToDestinations(
  metric: RouteMetric,
  destinations: readonly ChainPlace[],
  limits: SearchLimits = {},
): DestinationTree | null {
  const seeds = destinations.map((place) => seedsTo(metric, place));
  const treeSeeds = seeds.flatMap((list, origin) => list.map((seed) => ({ ...seed, origin })));
  const tree = growTree(metric, 'to', treeSeeds, limits);
  if (tree === null) return null;
  const byChain = new Map<number, number[]>();
  for (const [destination, { road }] of destinations.entries()) {
    const chain = metric.topology.roadChains[road]!;
    byChain.set(chain, [...(byChain.get(chain) ?? []), destination]);
  }
  return { metric, destinations, tree, seeds, byChain };
}

/** The best of the destinations for a place; null where none can be reached. */
export function findBestDestination(
  { metric, destinations, tree, byChain }: DestinationTree,
  place: ChainPlace,
): BestDestination | null {
  let best: BestDestination | null = null;
  for (const seed of seedsFrom(metric, place)) {
    const cost = seed.cost + tree.costs[seed.core]!;
    if (cost < (best?.cost ?? Infinity))
      best = { destination: tree.origins[seed.core]!, cost, by: seed };
  }
  for (const destination of byChain.get(metric.topology.roadChains[place.road]!) ?? []) {
    const way = directWay(metric, place, destinations[destination]!);
    if (way !== null && way.cost < (best?.cost ?? Infinity))
      best = { destination, cost: way.cost, by: null };
  }
  return best;
}

/** The way to the best destination that was found. */
export function pathToDestination(
  { metric, destinations, tree, seeds }: DestinationTree,
  place: ChainPlace,
  { destination, cost, by }: BestDestination,
): FoundPath {
  const to = destinations[destination]!;
  if (by === null) {
    const way = directWay(metric, place, to)!;
    return { cost, parts: partsBetween(metric, place, to, way.isAlong) };
  }
  const { parts, seedCore } = partsInTree(metric, tree, by.core);
  const stop = seeds[destination]!.find(
    (seed) => seed.core === seedCore && seed.cost === tree.costs[seedCore],
  )!;
  const all: RoadPart[] = [
    ...partsToEnd(metric, place, by.isAlong),
    ...parts,
    ...partsFromEnd(metric, to, stop.isAlong),
  ];
  return { cost, parts: all };
}
