const BUCKET_METERS = 60;
/** Streets that differ by less than this in direction run side by side. */
const PARALLEL_RADIANS = 0.6;

/** Points of streets with their direction, to keep parallel streets apart. */
export class StreetPoints {
  readonly #buckets = new Map<number, number[]>();

  add(x: number, y: number, angle: number): void {
    const key = bucketOf(Math.floor(x / BUCKET_METERS), Math.floor(y / BUCKET_METERS));
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.push(x, y, angle);
    else this.#buckets.set(key, [x, y, angle]);
  }

  /** Whether a street of about the same direction lies nearer than `meters` (at most 120). */
  hasParallel(x: number, y: number, angle: number, meters: number): boolean {
    const west = Math.floor((x - meters) / BUCKET_METERS);
    const east = Math.floor((x + meters) / BUCKET_METERS);
    const south = Math.floor((y - meters) / BUCKET_METERS);
    const north = Math.floor((y + meters) / BUCKET_METERS);
    for (let column = west; column <= east; column += 1)
      for (let row = south; row <= north; row += 1) {
        const bucket = this.#buckets.get(bucketOf(column, row));
        if (bucket === undefined) continue;
        for (let i = 0; i < bucket.length; i += 3) {
          const dx = bucket[i]! - x;
          const dy = bucket[i + 1]! - y;
          if (dx * dx + dy * dy < meters * meters && isParallel(bucket[i + 2]!, angle)) return true;
        }
      }
    return false;
  }
}

function bucketOf(column: number, row: number): number {
  return column * 8192 + row;
}

function isParallel(a: number, b: number): boolean {
  const turns = (a - b) / Math.PI;
  return Math.abs(turns - Math.round(turns)) * Math.PI < PARALLEL_RADIANS;
}
