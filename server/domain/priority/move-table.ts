/** How many people go from one tier to another. */
export interface TierMove {
  readonly fromTier: number;
  readonly toTier: number;
  readonly count: number;
}

interface TierTotals {
  readonly residents: number;
  readonly changed: number;
  /** People in each tier, the first tier first. */
  readonly fromTiers: number[];
  readonly toTiers: number[];
}

/** Counts of people by the tier they leave (row) and the tier they come to (column). */
export class MoveTable {
  readonly #counts: number[];

  constructor(
    readonly fromOthers: number,
    readonly toOthers: number,
  ) {
    this.#counts = new Array<number>(fromOthers * toOthers).fill(0);
  }

  empty(): MoveTable {
    return new MoveTable(this.fromOthers, this.toOthers);
  }

  add(fromTier: number, toTier: number): void {
    const cell = (fromTier - 1) * this.toOthers + toTier - 1;
    this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
  }

  isChange(fromTier: number, toTier: number): boolean {
    const [isFromOther, isToOther] = [fromTier === this.fromOthers, toTier === this.toOthers];
    return isFromOther !== isToOther || (!isFromOther && fromTier !== toTier);
  }

  /** The cells that hold people, in order. */
  list(): TierMove[] {
    return this.#counts
      .map((count, cell) => ({
        fromTier: Math.floor(cell / this.toOthers) + 1,
        toTier: (cell % this.toOthers) + 1,
        count,
      }))
      .filter(({ count }) => count > 0);
  }

  totals(): TierTotals {
    const fromTiers = new Array<number>(this.fromOthers).fill(0);
    const toTiers = new Array<number>(this.toOthers).fill(0);
    let [residents, changed] = [0, 0];
    for (const { fromTier, toTier, count } of this.list()) {
      fromTiers[fromTier - 1] = (fromTiers[fromTier - 1] ?? 0) + count;
      toTiers[toTier - 1] = (toTiers[toTier - 1] ?? 0) + count;
      residents += count;
      if (this.isChange(fromTier, toTier)) changed += count;
    }
    return { residents, changed, fromTiers, toTiers };
  }
}
