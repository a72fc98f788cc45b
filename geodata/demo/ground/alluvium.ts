import type { Drainage } from './drainage.ts';
import { cellX, cellY, eachNeighbour, type Grid } from './grid.ts';
import { MinHeap } from './min-heap.ts';

/** How far a river of 1 km² spreads its sediment from its bed. */
const FAN_METERS = 1500;
/** Beyond this share of its reach a fan falls away, by this much at its rim. */
const RIM_SHARE = 0.5;
const RIM_FALL_METERS = 30;

export interface AlluviumOptions {
  /** Catchment in m² from which a stream carries enough to build a floor. */
  readonly leastCatchment: number;
  /** Height of the plain at its seaward edge, in metres. */
  readonly shoreMeters: number;
  /** Whether waves leave the sediment at a drowned cell: 1 in sheltered water, 0 at the open sea. */
  readonly sheltered: Uint8Array;
}

/** Lasting gradient of a stream's bed by its catchment (m²): fans are steep, plains nearly flat. */
function bedGradient(catchment: number): number {
  return Math.min(0.2, 0.042 * (catchment / 1e6) ** -0.6);
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
    const area = drainage.catchment[source]!;
    const gradient = fanGradient(area);
    const reach = FAN_METERS * (area / 1e6) ** 0.5;
    eachNeighbour(grid, cell, (neighbour) => {
      if (heights[neighbour]! < 0 && options.sheltered[neighbour] === 0) return;
      const apart = metersApart(grid, source, neighbour);
      if (apart > reach) return;
      // Toward its rim a fan thins out, or it would end in a wall.
      const rim = Math.max(0, apart / reach - RIM_SHARE) / (1 - RIM_SHARE);
      const level = bed[source]! - gradient * apart - RIM_FALL_METERS * rim * rim;
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
  drainage: Drainage,
  options: AlluviumOptions,
): Float32Array {
  const { receiver, order, catchment } = drainage;
  const supply = catchmentGradients(grid, heights, drainage);
  const bed = new Float32Array(heights.length).fill(Number.NEGATIVE_INFINITY);
  for (const cell of order) {
    if (catchment[cell]! < options.leastCatchment) continue;
    if (heights[cell]! < 0 && options.sheltered[cell] === 0) continue;
    const below = receiver[cell]!;
    const gradient = Math.min(bedGradient(catchment[cell]!), 0.5 * supply[cell]!);
    const level =
      Math.max(bed[below]!, options.shoreMeters) + gradient * runMeters(grid, cell, below);
    // Where rock stands above the bed the stream cuts it, and the floor begins anew higher up.
    bed[cell] = Math.max(heights[cell]!, level);
  }
  return bed;
}

/** Mean gradient from the top of each cell's catchment: a stream off a plain brings nothing to build with. */
function catchmentGradients(
  grid: Grid,
  heights: Float32Array,
  { receiver, order }: Drainage,
): Float32Array {
  const top = Float32Array.from(heights);
  const length = new Float32Array(heights.length);
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const cell = order[i]!;
    const below = receiver[cell]!;
    if (top[cell]! <= top[below]! || below === cell) continue;
    top[below] = top[cell]!;
    length[below] = length[cell]! + runMeters(grid, cell, below);
  }
  return top.map(
    (height, cell) => (height - heights[cell]!) / Math.max(grid.cellMeters, length[cell]!),
  );
}

/** Metres between a cell and one next to it. */
export function runMeters(grid: Grid, from: number, to: number): number {
  const apart = Math.abs(from - to);
  if (apart === 0) return 0;
  return apart === 1 || apart === grid.columns ? grid.cellMeters : grid.cellMeters * Math.SQRT2;
}

function metersApart(grid: Grid, a: number, b: number): number {
  const x = cellX(grid, a) - cellX(grid, b);
  const y = cellY(grid, a) - cellY(grid, b);
  return Math.sqrt(x * x + y * y);
}
