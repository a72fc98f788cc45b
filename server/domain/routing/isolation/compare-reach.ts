import { exposureDmOf, timeCsOf } from '../cost/packed-cost.ts';
import { type EndTree, findBestEnd } from '../search/best-end.ts';
import type { ChainPlace } from '../search/chain-places.ts';

/** How places reach their best destination: taken down, as a tree is worth nothing after a closure. */
export interface Reach {
  /** Packed costs, in the order of the places; Infinity for who is cut off. */
  readonly costs: Float64Array;
  /** Numbers of destinations; -1 for who is cut off. */
  readonly destinations: Int32Array;
}

/** The reach of places by a tree; null stands for a place that no road is near to, and so is cut off. */
export function reachOf(tree: EndTree, places: readonly (ChainPlace | null)[]): Reach {
  const costs = new Float64Array(places.length).fill(Infinity);
  const destinations = new Int32Array(places.length).fill(-1);
  for (const [at, place] of places.entries()) {
    const best = place === null ? null : findBestEnd(tree, place);
    if (best === null) continue;
    costs[at] = best.cost;
    destinations[at] = best.end;
  }
  return { costs, destinations };
}

/** What closures do to a place. */
export type ReachChange =
  | { readonly kind: 'as-before' | 'cut-off' | 'cut-off-before' | 'opened' }
  | {
      readonly kind: 'detour';
      /** Seconds by the policy's reckoning; fewer than none where a longer way was redder. */
      readonly extraSeconds: number;
      /** More metres in what is avoided first. */
      readonly extraExposureMeters: number;
      readonly goesElsewhere: boolean;
    };

/** Compares the reach of the same places before and after, in their order. */
export function compareReach(before: Reach, after: Reach): ReachChange[] {
  return Array.from(before.costs, (cost, at): ReachChange => {
    const now = after.costs[at]!;
    if (cost === Infinity) return { kind: now === Infinity ? 'cut-off-before' : 'opened' };
    if (now === Infinity) return { kind: 'cut-off' };
    const goesElsewhere = before.destinations[at] !== after.destinations[at];
    if (now === cost && !goesElsewhere) return { kind: 'as-before' };
    return {
      kind: 'detour',
      extraSeconds: (timeCsOf(now) - timeCsOf(cost)) / 100,
      extraExposureMeters: (exposureDmOf(now) - exposureDmOf(cost)) / 10,
      goesElsewhere,
    };
  });
}
