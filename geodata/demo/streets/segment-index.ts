const BUCKET_METERS = 40;
const NOTHING: readonly number[] = [];

/** Straight pieces of lines by place: a bucket holds the numbers of the pieces that may touch it. */
export class SegmentIndex {
  readonly #buckets = new Map<number, number[]>();

  add(number: number, ax: number, ay: number, bx: number, by: number): void {
    const { west, east, south, north } = bucketsOf(ax, ay, bx, by, 0);
    for (let column = west; column <= east; column += 1)
      for (let row = south; row <= north; row += 1) {
        const key = column * 8192 + row;
        const bucket = this.#buckets.get(key);
        if (bucket) bucket.push(number);
        else this.#buckets.set(key, [number]);
      }
  }

  /** Numbers of pieces that may lie within `meters` of a piece; a number may come more than once. */
  near(ax: number, ay: number, bx: number, by: number, meters: number): readonly number[] {
    const { west, east, south, north } = bucketsOf(ax, ay, bx, by, meters);
    if (west === east && south === north) return this.#buckets.get(west * 8192 + south) ?? NOTHING;
    const found: number[] = [];
    for (let column = west; column <= east; column += 1)
      for (let row = south; row <= north; row += 1) {
        const bucket = this.#buckets.get(column * 8192 + row);
        if (bucket) for (const number of bucket) found.push(number);
      }
    return found;
  }
}

function bucketsOf(ax: number, ay: number, bx: number, by: number, meters: number) {
  return {
    west: Math.floor((Math.min(ax, bx) - meters) / BUCKET_METERS),
    east: Math.floor((Math.max(ax, bx) + meters) / BUCKET_METERS),
    south: Math.floor((Math.min(ay, by) - meters) / BUCKET_METERS),
    north: Math.floor((Math.max(ay, by) + meters) / BUCKET_METERS),
  };
}
