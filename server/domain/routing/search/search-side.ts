import type { Seed } from './chain-places.ts';
import { CoreHeap } from './core-heap.ts';

/**
 * What one direction of a search knows of each core. Made once for a topology and used again: a core
 * whose stamp is not that of the running search is not known, so that nothing has to be wiped.
 */
export class SearchSide {
  readonly heap: CoreHeap;
  readonly costs: Float64Array;
  /** The core that it was come to from, and by which arc of that core; -1 at a seed. */
  readonly parents: Int32Array;
  readonly arcs: Int32Array;
  readonly stamps: Uint32Array;
  stamp = 0;

  constructor(coreCount: number) {
    this.heap = new CoreHeap(coreCount);
    this.costs = new Float64Array(coreCount);
    this.parents = new Int32Array(coreCount);
    this.arcs = new Int32Array(coreCount);
    this.stamps = new Uint32Array(coreCount);
  }

  begin(seeds: readonly Seed[]): void {
    this.heap.clear();
    this.stamp += 1;
    for (const { core, cost } of seeds) this.reach(core, cost, -1, -1);
  }

  isReached(core: number): boolean {
    return this.stamps[core] === this.stamp;
  }

  /** Notes a cost, if it is less than what is known; says whether it was. */
  reach(core: number, cost: number, parent: number, arc: number): boolean {
    if (this.stamps[core] === this.stamp && this.costs[core]! <= cost) return false;
    this.stamps[core] = this.stamp;
    this.costs[core] = cost;
    this.parents[core] = parent;
    this.arcs[core] = arc;
    this.heap.push(core, cost);
    return true;
  }
}
