import type { Drainage } from './drainage.ts';
import { cellX, cellY, eachNeighbour, type Grid } from './grid.ts';
import { MinHeap } from './min-heap.ts';

/** What a delta loses of its height over each metre of depth that it has to fill. */
const FALL_PER_DEPTH = 0.05;
const GREATEST_DELTA_METERS = 1500;

export interface AlluviumOptions {
  /** Catchment in m² from which a stream carries enough to build a floor. */
  readonly leastCatchment: number;
  /** Height of the plain at its seaward edge, in metres. */
  readonly shoreMeters: number;
  /** Whether waves leave the sediment at a drowned cell: 1 in sheltered water, 0 at the open sea. */
  readonly sheltered: Uint8Array;
  /** How far a river of 1 km² has pushed its delta beyond the drowned shore, in metres. */
  readonly deltaMeters: number;
}

/** Lasting gradient of a stream's bed by its catchment (m²): fans are steep, plains nearly flat. */
function bedGradient(catchment: number): number {
  return Math.min(0.22, 0.05 * (catchment / 1e6) ** -0.72);
}

/** Gradient of the fan around a bed: never less than the bed's own, or it would outrun it downstream. */
function fanGradient(catchment: number): number {
  return Math.max(0.0025, 1.15 * bedGradient(catchment));
}

/**
 * Fills drowned valleys as rivers do: each stream raises its bed, from its delta upward, at the
 * gradient that its water can carry; the bed spreads sideways as a fan until the hillside stops it.
 * Changes `heights` in place: plains behind the bays, flat valley floors, fans at valley mouths.
 */
export function deposit(
  grid: Grid,
  heights: Float32Array,
  drainage: Drainage,
  options: AlluviumOptions,
): void {
  const bed = streamBeds(grid, heights, drainage, options);
  const sources = new Int32Array(bed.length);
  const heap = new MinHeap();
  const surface = new Float64Array(bed.length).fill(Number.NEGATIVE_INFINITY);
  for (let cell = 0; cell < bed.length; cell += 1) {
    if (!(bed[cell]! > heights[cell]!)) continue;
    surface[cell] = bed[cell]!;
    sources[cell] = cell;
    heap.push(cell, -bed[cell]!);
  }
  // Highest first: a fan's cell is settled by the stream that reaches it highest.
  for (
    let key = -heap.leastKey(), cell = heap.pop();
    cell >= 0;
    key = -heap.leastKey(), cell = heap.pop()
  ) {
    if (key < surface[cell]!) continue;
    const source = sources[cell]!;
    const gradient = fanGradient(drainage.catchment[source]!);
    eachNeighbour(grid, cell, (neighbour) => {
      const depth = Math.max(0, -heights[neighbour]!);
      if (depth > 0 && options.sheltered[neighbour] === 0) return;
      const level =
        bed[source]! - gradient * metersApart(grid, source, neighbour) - FALL_PER_DEPTH * depth;
      if (level <= heights[neighbour]! || level <= surface[neighbour]! || level < 0.3) return;
      surface[neighbour] = level;
      sources[neighbour] = source;
      heap.push(neighbour, -level);
    });
  }
  for (let cell = 0; cell < bed.length; cell += 1)
    heights[cell] = Math.max(heights[cell]!, surface[cell]!);
}

function streamBeds(
  grid: Grid,
  heights: Float32Array,
  { receiver, order, catchment }: Drainage,
  options: AlluviumOptions,
): Float32Array {
  const count = heights.length;
  const drowned = metersBelowShore(grid, heights, { receiver, order, catchment });
  const bed = new Float32Array(count).fill(Number.NEGATIVE_INFINITY);
  for (const cell of order) {
    const area = catchment[cell]!;
    if (area < options.leastCatchment) continue;
    const below = receiver[cell]!;
    const reach = Math.min(GREATEST_DELTA_METERS, options.deltaMeters * (area / 1e6) ** 0.5);
    if (heights[cell]! < 0 && (drowned[cell]! > reach || options.sheltered[cell] === 0)) continue;
    const run = runMeters(grid, cell, below);
    const base = Math.max(bed[below]!, options.shoreMeters);
    bed[cell] = Math.max(heights[cell]!, base + bedGradient(area) * run);
    // Where rock stands above the bed the stream cuts it, and the floor begins anew higher up.
    if (heights[cell]! > base + bedGradient(area) * run) bed[cell] = heights[cell]!;
  }
  return bed;
}

/** For cells under the sea: metres along the drowned stream from its present mouth, more where it is deep. */
function metersBelowShore(grid: Grid, heights: Float32Array, drainage: Drainage): Float32Array {
  const { receiver, order, catchment } = drainage;
  const meters = new Float32Array(heights.length).fill(Number.POSITIVE_INFINITY);
  const feeding = new Float32Array(heights.length);
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const cell = order[i]!;
    const own = heights[cell]! >= 0 ? 0 : meters[cell]!;
    const below = receiver[cell]!;
    if (below === cell || heights[below]! >= 0 || own === Number.POSITIVE_INFINITY) continue;
    // Of several streams the greatest counts.
    if (catchment[cell]! <= feeding[below]!) continue;
    feeding[below] = catchment[cell]!;
    // Deep water takes more to fill than a river brings.
    meters[below] = own + runMeters(grid, cell, below) * (1 + (heights[below]! / 14) ** 2);
  }
  return meters;
}

export function runMeters(grid: Grid, from: number, to: number): number {
  const apart = Math.abs(from - to);
  if (apart === 0) return 0;
  return apart === 1 || apart === grid.columns ? grid.cellMeters : grid.cellMeters * Math.SQRT2;
}

function metersApart(grid: Grid, a: number, b: number): number {
  return Math.hypot(cellX(grid, a) - cellX(grid, b), cellY(grid, a) - cellY(grid, b));
}
