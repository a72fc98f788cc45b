import { cellCount, type Grid, STEP_COLUMNS, STEP_LENGTHS, STEP_ROWS } from './grid.ts';
import { MinHeap } from './min-heap.ts';

/** Where water goes on a raster. */
export interface Drainage {
  /** The cell that each cell drains to; itself at a base cell (the sea, the rim). */
  readonly receiver: Int32Array;
  /** Every cell once, each behind the one that it drains to. */
  readonly order: Int32Array;
  /** Square metres that drain through each cell, its own included. */
  readonly catchment: Float32Array;
}

/** Rise in metres that a hollow's cells get per cell, so that water finds the way out. */
const HOLLOW_RISE_METERS = 1e-3;

/**
 * Steepest-descent drainage (D8) over a surface whose hollows are filled to their brim
 * (priority flood: Barnes, Lehman & Mulla 2014). `isBase` marks cells that water leaves by.
 */
export function drain(
  grid: Grid,
  heights: Float32Array,
  isBase: (cell: number) => boolean,
): Drainage {
  const count = cellCount(grid);
  const { columns, rows, cellMeters } = grid;
  const filled = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const receiver = new Int32Array(count);
  const order = new Int32Array(count);
  const heap = new MinHeap();
  const isDone = new Uint8Array(count);
  let taken = 0;
  for (let cell = 0; cell < count; cell += 1) {
    if (!isBase(cell)) continue;
    filled[cell] = heights[cell]!;
    receiver[cell] = cell;
    isDone[cell] = 1;
    const column = cell % columns;
    const row = (cell - column) / columns;
    let isShore = false;
    for (let d = 0; d < 8 && !isShore; d += 1) {
      const c = column + STEP_COLUMNS[d]!;
      const r = row + STEP_ROWS[d]!;
      isShore = c >= 0 && r >= 0 && c < columns && r < rows && !isBase(r * columns + c);
    }
    if (isShore) heap.push(cell, filled[cell]!);
    else {
      order[taken] = cell;
      taken += 1;
    }
  }
  for (let cell = heap.pop(); cell >= 0; cell = heap.pop()) {
    order[taken] = cell;
    taken += 1;
    const column = cell % columns;
    const row = (cell - column) / columns;
    const brim = filled[cell]! + HOLLOW_RISE_METERS;
    for (let d = 0; d < 8; d += 1) {
      const c = column + STEP_COLUMNS[d]!;
      const r = row + STEP_ROWS[d]!;
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
      const neighbour = r * columns + c;
      if (isDone[neighbour] === 1) continue;
      isDone[neighbour] = 1;
      const height = Math.max(heights[neighbour]!, brim);
      filled[neighbour] = height;
      heap.push(neighbour, height);
    }
  }
  const catchment = new Float32Array(count);
  const cellArea = cellMeters * cellMeters;
  for (let i = taken - 1; i >= 0; i -= 1) {
    const cell = order[i]!;
    const area = catchment[cell]! + cellArea;
    catchment[cell] = area;
    if (isBase(cell)) continue;
    const column = cell % columns;
    const row = (cell - column) / columns;
    const height = filled[cell]!;
    let steepest = 0;
    let lowest = cell;
    for (let d = 0; d < 8; d += 1) {
      const c = column + STEP_COLUMNS[d]!;
      const r = row + STEP_ROWS[d]!;
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
      const fall = (height - filled[r * columns + c]!) / STEP_LENGTHS[d]!;
      if (fall > steepest) {
        steepest = fall;
        lowest = r * columns + c;
      }
    }
    receiver[cell] = lowest;
    catchment[lowest] = catchment[lowest]! + area;
  }
  return { receiver, order: order.subarray(0, taken), catchment };
}
