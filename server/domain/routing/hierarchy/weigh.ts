import type { RouteMetric } from '../cost/route-metric.ts';
import { edgeBetween, type Hierarchy } from './hierarchy.ts';

/**
 * What the edges of a hierarchy cost by a metric as it is at the moment, from a rank up to the higher one and
 * down from it; and what each is made of: *by* the rank between (0 or more), by an arc of the topology
 * (`arcOf`), or by nothing, where it cannot be gone.
 */
export interface Weights {
  readonly up: Float64Array;
  readonly down: Float64Array;
  readonly upBy: Int32Array;
  readonly downBy: Int32Array;
}

const NOTHING = -1;

export function weightsFor({ heads }: Hierarchy): Weights {
  return {
    up: new Float64Array(heads.length),
    down: new Float64Array(heads.length),
    upBy: new Int32Array(heads.length),
    downBy: new Int32Array(heads.length),
  };
}

/** An arc, and whether it is gone against its direction, into the core that it stands at. */
export function arcOf(by: number): { readonly arc: number; readonly isIn: boolean } {
  const code = -2 - by;
  return { arc: code >> 1, isIn: (code & 1) === 1 };
}
const byArc = (arc: number, isIn: boolean) => -2 - (2 * arc + (isIn ? 1 : 0));

/** Gives every edge the least that it costs, directly or by lower ranks: 43 ms for a city. */
export function weigh(hierarchy: Hierarchy, metric: RouteMetric, weights: Weights): void {
  weights.up.fill(Infinity);
  weights.down.fill(Infinity);
  weights.upBy.fill(NOTHING);
  weights.downBy.fill(NOTHING);
  takeArcs(hierarchy, metric, weights);
  takeShortcuts(hierarchy, weights);
}

function takeArcs(
  hierarchy: Hierarchy,
  { topology, outCosts, inCosts }: RouteMetric,
  weights: Weights,
): void {
  const { up, down, upBy, downBy } = weights;
  const { coreCount, coreFirst, arcHeads } = topology;
  for (let core = 0; core < coreCount; core += 1) {
    const rank = hierarchy.ranks[core]!;
    for (let arc = coreFirst[core]!; arc < coreFirst[core + 1]!; arc += 1) {
      const other = hierarchy.ranks[arcHeads[arc]!]!;
      if (other === rank) continue;
      const isUp = rank < other;
      const edge = isUp ? edgeBetween(hierarchy, rank, other) : edgeBetween(hierarchy, other, rank);
      const [out, into] = [outCosts[arc]!, inCosts[arc]!];
      const [upCost, downCost] = isUp ? [out, into] : [into, out];
      if (upCost < up[edge]!) {
        up[edge] = upCost;
        upBy[edge] = byArc(arc, !isUp);
      }
      if (downCost < down[edge]!) {
        down[edge] = downCost;
        downBy[edge] = byArc(arc, isUp);
      }
    }
  }
}

/** Every pair that lies above a rank may be gone by it. */
function takeShortcuts({ first, heads }: Hierarchy, { up, down, upBy, downBy }: Weights): void {
  for (let rank = 0; rank + 1 < first.length; rank += 1) {
    const end = first[rank + 1]!;
    for (let lower = first[rank]!; lower < end; lower += 1) {
      const downToRank = down[lower]!;
      const upFromRank = up[lower]!;
      let edge = first[heads[lower]!]!;
      for (let higher = lower + 1; higher < end; higher += 1) {
        const head = heads[higher]!;
        // Both are ascending, and all that is above the rank is joined with one another.
        while (heads[edge]! < head) edge += 1;
        const upCost = downToRank + up[higher]!;
        if (upCost < up[edge]!) {
          up[edge] = upCost;
          upBy[edge] = rank;
        }
        const downCost = down[higher]! + upFromRank;
        if (downCost < down[edge]!) {
          down[edge] = downCost;
          downBy[edge] = rank;
        }
      }
    }
  }
}
