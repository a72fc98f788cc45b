import { cellCount, type Grid } from './grid.ts';

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
      slopes[at] = (Math.atan(Math.hypot(east, up) / (8 * cellMeters)) * 180) / Math.PI;
    }
  return slopes;
}
