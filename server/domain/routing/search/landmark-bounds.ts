import type { Landmarks } from './landmarks.ts';

/** A core that a way may end by, and what it costs from there. */
export interface EndCost {
  readonly core: number;
  readonly cost: number;
}

/** What one landmark says of the place. */
interface Saying {
  /** Of its costs in those of all landmarks. */
  readonly first: number;
  readonly fromLandmark: number;
  readonly toLandmark: number;
}

/** Only these many landmarks are looked at for each core: those that say most about the pair at hand. */
const ACTIVE = 4;

/**
 * The least that it can cost from a core to a place: never more than the truth, and never falling by more
 * than an arc costs (consistent), by the triangle inequality on either side of each landmark.
 */
export class LandmarkBounds {
  readonly #costs: Float64Array;
  /** Of each landmark that is looked at: what `Saying` tells of it. */
  readonly #first: Uint32Array;
  readonly #fromLandmark: Float64Array;
  readonly #toLandmark: Float64Array;

  constructor(
    { costs, count, coreCount }: Landmarks,
    starts: readonly EndCost[],
    ends: readonly EndCost[],
  ) {
    this.#costs = costs;
    const all = Array.from({ length: count }, (_, landmark) => {
      const first = 2 * landmark * coreCount;
      let fromLandmark = Infinity;
      let toLandmark = -Infinity;
      for (const { core, cost } of ends) {
        fromLandmark = Math.min(fromLandmark, costs[first + 2 * core + 1]! + cost);
        toLandmark = Math.max(toLandmark, costs[first + 2 * core]! - cost);
      }
      return { first, fromLandmark, toLandmark };
    });
    const saysOf = (one: Saying) => Math.max(...starts.map(({ core }) => this.#boundBy(one, core)));
    const active = all
      .map((one) => ({ ...one, says: saysOf(one) }))
      .sort((a, b) => b.says - a.says)
      .slice(0, ACTIVE);
    this.#first = Uint32Array.from(active, ({ first }) => first);
    this.#fromLandmark = Float64Array.from(active, ({ fromLandmark }) => fromLandmark);
    this.#toLandmark = Float64Array.from(active, ({ toLandmark }) => toLandmark);
  }

  /** Infinity where the place cannot be reached. */
  boundAt(core: number): number {
    let bound = 0;
    const costs = this.#costs;
    const first = this.#first;
    for (let one = 0; one < first.length; one += 1) {
      const at = first[one]! + 2 * core;
      const ahead = this.#fromLandmark[one]! - costs[at + 1]!;
      const back = costs[at]! - this.#toLandmark[one]!;
      // Infinity less Infinity says nothing, and compares as false.
      if (ahead > bound) bound = ahead;
      if (back > bound) bound = back;
    }
    return bound;
  }

  #boundBy({ first, fromLandmark, toLandmark }: Saying, core: number): number {
    const ahead = fromLandmark - this.#costs[first + 2 * core + 1]!;
    const back = this.#costs[first + 2 * core]! - toLandmark;
    return Math.max(Number.isNaN(ahead) ? 0 : ahead, Number.isNaN(back) ? 0 : back);
  }
}
