import { runMeters } from './alluvium.ts';
import type { Drainage } from './drainage.ts';
import { eachNeighbour, type Grid, STEP_LENGTHS } from './grid.ts';
import { MinHeap } from './min-heap.ts';

/** Half the width in metres of the floor that a river has planed out, by its catchment (m²). */
function floorHalfWidth(catchment: number): number {
  return 105 * (catchment / 1e6) ** 0.5;
}

const LEAST_CATCHMENT = 6e5;
/** Rise of the floor away from the river; rise over run. */
const FLOOR_RISE = 0.035;

/**
 * Planes floors beside rivers, as their meanders do: ground within half the floor's width is cut down
 * to just above the bed, which leaves steep banks at the foot of the hills. Changes `heights` in place.
 */
export function planeValleyFloors(
  grid: Grid,
  heights: Float32Array,
  { receiver, catchment }: Drainage,
  leastHeight: number,
): void {
  const left = new Float32Array(heights.length);
  const floor = new Float64Array(heights.length).fill(Number.POSITIVE_INFINITY);
  const heap = new MinHeap();
  for (let cell = 0; cell < heights.length; cell += 1) {
    if (catchment[cell]! < LEAST_CATCHMENT || heights[cell]! < leastHeight) continue;
    const run = runMeters(grid, cell, receiver[cell]!);
    // Steep reaches cut down and not sideways.
    const fall = run === 0 ? 0 : (heights[cell]! - heights[receiver[cell]!]!) / run;
    if (fall > 0.12) continue;
    left[cell] = floorHalfWidth(catchment[cell]!);
    floor[cell] = heights[cell]!;
    heap.push(cell, floor[cell]!);
  }
  for (
    let key = heap.leastKey(), cell = heap.pop();
    cell >= 0;
    key = heap.leastKey(), cell = heap.pop()
  ) {
    if (key > floor[cell]!) continue;
    eachNeighbour(grid, cell, (neighbour, direction) => {
      const step = STEP_LENGTHS[direction]! * grid.cellMeters;
      const rest = left[cell]! - step;
      const level = key + FLOOR_RISE * step;
      if (rest < 0 || level >= floor[neighbour]! || level >= heights[neighbour]!) return;
      floor[neighbour] = level;
      left[neighbour] = rest;
      heap.push(neighbour, level);
    });
  }
  for (let cell = 0; cell < heights.length; cell += 1)
    heights[cell] = Math.min(heights[cell]!, floor[cell]!);
}
