import type { Landmarks } from './landmarks.ts';

/** A core that a way may end by, and what it costs from there. */
export interface EndCost {
  readonly core: number;
  readonly cost: number;
}

/** What one landmark says of the place. */
interface Saying {
  readonly offset: number;
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
  readonly #stride: number;
  readonly #active: readonly Saying[];

  constructor({ costs, count }: Landmarks, starts: readonly EndCost[], ends: readonly EndCost[]) {
    this.#costs = costs;
    this.#stride = 2 * count;
    const all = Array.from({ length: count }, (_, landmark) => {
      const offset = 2 * landmark;
      let fromLandmark = Infinity;
      let toLandmark = -Infinity;
      for (const { core, cost } of ends) {
        fromLandmark = Math.min(fromLandmark, costs[this.#stride * core + offset + 1]! + cost);
        toLandmark = Math.max(toLandmark, costs[this.#stride * core + offset]! - cost);
      }
      return { offset, fromLandmark, toLandmark };
    });
    const saysOf = (one: Saying) => Math.max(...starts.map(({ core }) => this.#boundBy(one, core)));
    this.#active = all
      .map((one) => ({ one, says: saysOf(one) }))
      .sort((a, b) => b.says - a.says)
      .slice(0, ACTIVE)
      .map(({ one }) => one);
  }

  /** Infinity where the place cannot be reached. */
  boundAt(core: number): number {
    let bound = 0;
    const costs = this.#costs;
    const row = this.#stride * core;
    for (const { offset, fromLandmark, toLandmark } of this.#active) {
      const ahead = fromLandmark - costs[row + offset + 1]!;
      const back = costs[row + offset]! - toLandmark;
      // Infinity less Infinity says nothing, and compares as false.
      if (ahead > bound) bound = ahead;
      if (back > bound) bound = back;
    }
    return bound;
  }

  #boundBy({ offset, fromLandmark, toLandmark }: Saying, core: number): number {
    const ahead = fromLandmark - this.#costs[this.#stride * core + offset + 1]!;
    const back = this.#costs[this.#stride * core + offset]! - toLandmark;
    return Math.max(Number.isNaN(ahead) ? 0 : ahead, Number.isNaN(back) ? 0 : back);
  }
}
