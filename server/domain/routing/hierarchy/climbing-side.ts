import type { Seed } from '../search/chain-places.ts';
import type { Hierarchy } from './hierarchy.ts';

/** An edge that was climbed, and the rank that it leads up from. */
interface ClimbedEdge {
  readonly rank: number;
  readonly edge: number;
}

/** One side of a search: what it costs from some cores, or to them, to all ranks above. */
export class ClimbingSide {
  readonly #hierarchy: Hierarchy;
  /** By rank; Infinity for what was not reached. */
  readonly costs: Float64Array;
  readonly #parents: Int32Array;
  readonly #edges: Int32Array;
  /** Ranks above the seeds, ascending, as many as `#count`. */
  readonly #ranks: Int32Array;
  #count = 0;
  /** The last climb that a rank was looked at in. */
  readonly #climbs: Uint32Array;
  #climb = 0;

  constructor(hierarchy: Hierarchy) {
    const count = hierarchy.cores.length;
    this.#hierarchy = hierarchy;
    this.costs = new Float64Array(count).fill(Infinity);
    this.#parents = new Int32Array(count);
    this.#edges = new Int32Array(count);
    this.#ranks = new Int32Array(count);
    this.#climbs = new Uint32Array(count);
  }

  /** @param weights of each edge from its rank up, or from above down to it */
  climb(seeds: readonly Seed[], weights: Float64Array): void {
    const { first, heads } = this.#hierarchy;
    const costs = this.costs;
    this.#begin(seeds);
    for (const rank of this.ranks()) {
      const cost = costs[rank]!;
      if (cost === Infinity) continue;
      for (let edge = first[rank]!; edge < first[rank + 1]!; edge += 1) {
        const reached = cost + weights[edge]!;
        const head = heads[edge]!;
        if (reached >= costs[head]!) continue;
        costs[head] = reached;
        this.#parents[head] = rank;
        this.#edges[head] = edge;
      }
    }
  }

  /** All that the last climb looked at, ascending. */
  ranks(): Int32Array {
    return this.#ranks.subarray(0, this.#count);
  }

  /** From a seed up to a rank. */
  pathTo(rank: number): { readonly edges: ClimbedEdge[]; readonly seed: number } {
    const edges: ClimbedEdge[] = [];
    let seed = rank;
    for (; this.#parents[seed]! >= 0; seed = this.#parents[seed]!)
      edges.push({ rank: this.#parents[seed]!, edge: this.#edges[seed]! });
    return { edges: edges.reverse(), seed };
  }

  #begin(seeds: readonly Seed[]): void {
    for (const rank of this.ranks()) this.costs[rank] = Infinity;
    this.#count = 0;
    this.#climb += 1;
    const { ranks, above } = this.#hierarchy;
    for (const { core } of seeds) {
      let rank = ranks[core]!;
      // What lies above one that was met lies in the list already.
      for (; rank >= 0 && this.#climbs[rank] !== this.#climb; rank = above[rank]!) {
        this.#climbs[rank] = this.#climb;
        this.#parents[rank] = -1;
        this.#ranks[this.#count] = rank;
        this.#count += 1;
      }
    }
    if (seeds.length > 1) this.ranks().sort();
    for (const { core, cost } of seeds) {
      const rank = ranks[core]!;
      this.costs[rank] = Math.min(this.costs[rank]!, cost);
    }
  }
}
