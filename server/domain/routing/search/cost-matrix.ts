import type { RouteMetric } from '../cost/route-metric.ts';
import { findBestEnd, treeToEnds } from './best-end.ts';
import type { ChainPlace } from './chain-places.ts';
import type { SearchLimits } from './limits.ts';

/**
 * Packed costs from many places to many destinations, row by row: costs[place · destinations + destination],
 * Infinity where there is no way; null where it was stopped. One tree a destination, so hand in the shorter
 * list as destinations.
 */
export function findCostMatrix(
  metric: RouteMetric,
  places: readonly ChainPlace[],
  destinations: readonly ChainPlace[],
  limits: SearchLimits = {},
): Float64Array | null {
  const costs = new Float64Array(places.length * destinations.length).fill(Infinity);
  for (const [column, destination] of destinations.entries()) {
    const tree = treeToEnds(metric, [destination], limits);
    if (tree === null) return null;
    for (const [row, place] of places.entries()) {
      const best = findBestEnd(tree, place);
      if (best !== null) costs[row * destinations.length + column] = best.cost;
    }
  }
  return costs;
}
