import type { Position } from '#domain/geo/position';
import { packCost, timeCsOf } from './cost/packed-cost.ts';
import { walkSeconds } from './nearest-ways.ts';
import { type Router, snapToRouter } from './router.ts';
import { directWay, type Seed, seedsFrom, seedsTo } from './search/chain-places.ts';
import { growTree } from './search/grow-tree.ts';
import type { SearchLimits } from './search/limits.ts';

/** Who comes to a place within a time, place by place: those of place p from firsts[p] to firsts[p + 1]. */
export interface ReachedPlaces {
  readonly firsts: Int32Array;
  readonly origins: Int32Array;
  readonly seconds: Float32Array;
}

/**
 * From which origins each place is reached within a time, the nearest `most` of them. For a router whose
 * policy counts time alone; a tree that grows no farther than the time is cheap for thousands of origins.
 * Null where it was stopped.
 */
export function reachPlaces(
  router: Router,
  origins: readonly Position[],
  places: readonly Position[],
  withinSeconds: number,
  most: number,
  limits: SearchLimits = {},
): ReachedPlaces | null {
  const { metric } = router;
  const ends = places.map((position) => {
    const snapped = snapToRouter(router, position);
    if (!snapped.ok) return null;
    const { place } = snapped.value;
    return { place, seeds: seedsTo(metric, place), chain: metric.topology.roadChains[place.road]! };
  });
  const byCore = new Map<number, { readonly place: number; readonly seed: Seed }[]>();
  const byChain = new Map<number, number[]>();
  for (const [place, end] of ends.entries()) {
    if (end === null) continue;
    for (const seed of end.seeds)
      byCore.set(seed.core, [...(byCore.get(seed.core) ?? []), { place, seed }]);
    byChain.set(end.chain, [...(byChain.get(end.chain) ?? []), place]);
  }
  const reached: Map<number, number>[] = places.map(() => new Map());
  const mostCost = packCost(0, Math.round(100 * withinSeconds));
  for (const [origin, position] of origins.entries()) {
    const snapped = snapToRouter(router, position);
    if (!snapped.ok) continue;
    const from = snapped.value.place;
    const seeds = seedsFrom(metric, from).map((seed) => ({ ...seed, origin }));
    const tree = growTree(metric, 'from', seeds, { ...limits, mostCost });
    if (tree === null || limits.shouldStop?.() === true) return null;
    const offer = (place: number, cost: number) => {
      const walk = from.walkMeters + ends[place]!.place.walkMeters;
      const seconds = timeCsOf(cost) / 100 + walkSeconds(metric, walk);
      if (seconds > withinSeconds || seconds >= (reached[place]!.get(origin) ?? Infinity)) return;
      reached[place]!.set(origin, seconds);
    };
    for (const core of tree.order)
      for (const { place, seed } of byCore.get(core) ?? [])
        offer(place, tree.costs[core]! + seed.cost);
    for (const place of byChain.get(metric.topology.roadChains[from.road]!) ?? []) {
      const way = directWay(metric, from, ends[place]!.place);
      if (way !== null) offer(place, way.cost);
    }
  }
  return packed(reached, most);
}

function packed(reached: readonly Map<number, number>[], most: number): ReachedPlaces {
  const nearest = reached.map((origins) =>
    [...origins].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, most),
  );
  const firsts = new Int32Array(reached.length + 1);
  for (const [place, list] of nearest.entries()) firsts[place + 1] = firsts[place]! + list.length;
  const all = nearest.flat();
  return {
    firsts,
    origins: Int32Array.from(all, ([origin]) => origin),
    seconds: Float32Array.from(all, ([, seconds]) => seconds),
  };
}
