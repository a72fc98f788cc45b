const BUCKET_METERS = 40;

/** Straight pieces of lines by place: a bucket holds the numbers of the pieces that may touch it. */
export class SegmentIndex {
  readonly #buckets = new Map<number, number[]>();

  add(number: number, ax: number, ay: number, bx: number, by: number): void {
    for (const key of keysOf(ax, ay, bx, by, 0)) {
      const bucket = this.#buckets.get(key);
      if (bucket) bucket.push(number);
      else this.#buckets.set(key, [number]);
    }
  }

  /** Numbers of pieces that may lie within `meters` of a piece; a number may come more than once. */
  *near(ax: number, ay: number, bx: number, by: number, meters: number): Generator<number> {
    for (const key of keysOf(ax, ay, bx, by, meters)) {
      const bucket = this.#buckets.get(key);
      if (bucket) yield* bucket;
    }
  }
}

function* keysOf(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  meters: number,
): Generator<number> {
  const west = Math.floor((Math.min(ax, bx) - meters) / BUCKET_METERS);
  const east = Math.floor((Math.max(ax, bx) + meters) / BUCKET_METERS);
  const south = Math.floor((Math.min(ay, by) - meters) / BUCKET_METERS);
  const north = Math.floor((Math.max(ay, by) + meters) / BUCKET_METERS);
  for (let column = west; column <= east; column += 1)
    for (let row = south; row <= north; row += 1) yield column * 8192 + row;
}
