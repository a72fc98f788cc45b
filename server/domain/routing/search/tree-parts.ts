import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import { partsOfChain } from './chain-places.ts';
import type { CostTree } from './grow-tree.ts';

/** The parts of roads between a core and its origin, in the direction of travel, and the seed's core. */
export function partsInTree(
  metric: RouteMetric,
  { direction, parents, arcs }: Pick<CostTree, 'direction' | 'parents' | 'arcs'>,
  fromCore: number,
): { readonly parts: RoadPart[]; readonly seedCore: number } {
  const { arcWays } = metric.topology;
  const chains: RoadPart[][] = [];
  let core = fromCore;
  for (; parents[core]! >= 0; core = parents[core]!) {
    const way = arcWays[arcs[core]!]!;
    // An arc is noted at the parent: on the way to the origins it is gone against its own direction.
    const isAlong = ((way & 1) === 0) === (direction === 'from');
    chains.push(partsOfChain(metric, way >> 1, isAlong));
  }
  if (direction === 'from') chains.reverse();
  return { parts: chains.flat(), seedCore: core };
}
