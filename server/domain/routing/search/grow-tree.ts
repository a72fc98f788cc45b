import type { RouteMetric } from '../cost/route-metric.ts';
import { CoreHeap } from './core-heap.ts';
import { mustStop, type SearchLimits } from './limits.ts';

/** Where a tree begins: a core, what it costs from there, and a number to know it by. */
export interface TreeSeed {
  readonly core: number;
  readonly cost: number;
  readonly origin: number;
}

/** The cheapest ways between some origins and every core. */
export interface CostTree {
  /** `from`: from the origins to the cores; `to`: from the cores to the origins. */
  readonly direction: 'from' | 'to';
  /** Packed; Infinity where there is no way. */
  readonly costs: Float64Array;
  /** The next core towards the origin, and the arc of that core that joins them; -1 at a seed. */
  readonly parents: Int32Array;
  readonly arcs: Int32Array;
  /** The origin that is cheapest; -1 where there is no way. */
  readonly origins: Int32Array;
  /** Cores in the order of their costs, as many as were reached. */
  readonly order: Int32Array;
}

/**
 * Grows a tree of cheapest ways over all cores, or up to a cost; null where it was stopped.
 *
 * One tree towards thirty shelters answers for every resident at once, as each core knows the best of
 * them and the next step there.
 */
export function growTree(
  { topology, outCosts, inCosts }: RouteMetric,
  direction: CostTree['direction'],
  seeds: Iterable<TreeSeed>,
  limits: SearchLimits & { readonly mostCost?: number } = {},
): CostTree | null {
  const { coreCount, coreFirst, arcHeads } = topology;
  const arcCosts = direction === 'from' ? outCosts : inCosts;
  const { mostCost = Infinity } = limits;
  const costs = new Float64Array(coreCount).fill(Infinity);
  const parents = new Int32Array(coreCount).fill(-1);
  const arcs = new Int32Array(coreCount).fill(-1);
  const origins = new Int32Array(coreCount).fill(-1);
  const order = new Int32Array(coreCount);
  const heap = new CoreHeap(coreCount);
  for (const { core, cost, origin } of seeds) {
    if (cost >= costs[core]! || cost > mostCost) continue;
    costs[core] = cost;
    origins[core] = origin;
    heap.push(core, cost);
  }
  let settled = 0;
  while (heap.size > 0) {
    const core = heap.pop();
    order[settled] = core;
    settled += 1;
    if (mustStop(settled, limits)) return null;
    const cost = costs[core]!;
    const end = coreFirst[core + 1]!;
    for (let arc = coreFirst[core]!; arc < end; arc += 1) {
      const reached = cost + arcCosts[arc]!;
      const head = arcHeads[arc]!;
      if (!(reached < costs[head]!) || reached > mostCost) continue;
      costs[head] = reached;
      parents[head] = core;
      arcs[head] = arc;
      origins[head] = origins[core]!;
      heap.push(head, reached);
    }
  }
  return { direction, costs, parents, arcs, origins, order: order.subarray(0, settled) };
}
