import { cellCount, type Grid, STEP_LENGTHS } from './grid.ts';

/** Steepness of each cell in degrees, by central differences over two cells (Horn 1981). */
export function slopeDegrees(grid: Grid, heights: Float32Array): Float32Array {
  const { columns, rows, cellMeters } = grid;
  const slopes = new Float32Array(cellCount(grid));
  for (let row = 1; row < rows - 1; row += 1)
    for (let column = 1; column < columns - 1; column += 1) {
      const at = row * columns + column;
      const north = at + columns;
      const south = at - columns;
      const east =
        heights[north + 1]! +
        2 * heights[at + 1]! +
        heights[south + 1]! -
        (heights[north - 1]! + 2 * heights[at - 1]! + heights[south - 1]!);
      const up =
        heights[north - 1]! +
        2 * heights[north]! +
        heights[north + 1]! -
        (heights[south - 1]! + 2 * heights[south]! + heights[south + 1]!);
      slopes[at] = (Math.atan(Math.sqrt(east * east + up * up) / (8 * cellMeters)) * 180) / Math.PI;
    }
  return slopes;
}

/** Steepest fall from each cell to one next to it in degrees, and nowhere less than the slope around it. */
export function fallDegrees(grid: Grid, heights: Float32Array, slopes: Float32Array): Float32Array {
  const { columns, rows, cellMeters } = grid;
  const falls = Float32Array.from(slopes);
  const steps = [1, columns, -1, -columns, columns + 1, columns - 1, -columns - 1, 1 - columns];
  for (let row = 1; row < rows - 1; row += 1)
    for (let column = 1; column < columns - 1; column += 1) {
      const cell = row * columns + column;
      let steepest = 0;
      for (let d = 0; d < 8; d += 1)
        steepest = Math.max(
          steepest,
          (heights[cell]! - heights[cell + steps[d]!]!) / STEP_LENGTHS[d]!,
        );
      falls[cell] = Math.max(falls[cell]!, (Math.atan(steepest / cellMeters) * 180) / Math.PI);
    }
  return falls;
}
