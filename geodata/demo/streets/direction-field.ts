import { blurred } from '../ground/blur.ts';
import { cellAt, cellCount, type Grid, sample } from '../ground/grid.ts';
import type { RoadGround } from './road-costs.ts';
import type { RoadLine } from './road-line.ts';

/** Direction of streets at a place, radians; the crossing streets stand at right angles to it. */
export type DirectionField = (x: number, y: number) => number;

/**
 * A cross field: streets run along the nearest great road, along the contour on a slope and along the
 * shore (an idea of Chen et al. 2008). Kept as the cosine and sine of four times the angle, where a
 * quarter turn makes no difference, and spread by blurring.
 */
export function directionField(
  { grid, heights, groundCost }: RoadGround,
  trunks: readonly RoadLine[],
): DirectionField {
  const count = cellCount(grid);
  const cosine = new Float32Array(count);
  const sine = new Float32Array(count);
  const add = (cell: number, angle: number, weight: number) => {
    cosine[cell] = cosine[cell]! + weight * Math.cos(4 * angle);
    sine[cell] = sine[cell]! + weight * Math.sin(4 * angle);
  };
  addContours(grid, heights, groundCost, add);
  for (const { points } of trunks)
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1]!, points[i]!];
      add(cellAt(grid, b.x, b.y), Math.atan2(b.y - a.y, b.x - a.x), 1.2);
    }
  const spreadC = spread(grid, cosine);
  const spreadS = spread(grid, sine);
  return (x, y) => Math.atan2(sample(grid, spreadS, x, y), sample(grid, spreadC, x, y)) / 4;
}

/** Near values count most, far ones where there is nothing near. */
function spread(grid: Grid, values: Float32Array): Float32Array {
  const near = blurred(grid, values, 100);
  const middle = blurred(grid, values, 350);
  const far = blurred(grid, values, 1100);
  return near.map((value, cell) => value + 1.2 * middle[cell]! + 1.5 * far[cell]!);
}

function addContours(
  { columns, rows, cellMeters }: Grid,
  heights: Float32Array,
  groundCost: Float32Array,
  add: (cell: number, angle: number, weight: number) => void,
): void {
  for (let row = 1; row < rows - 1; row += 1)
    for (let column = 1; column < columns - 1; column += 1) {
      const cell = row * columns + column;
      if (groundCost[cell] === Number.POSITIVE_INFINITY) continue;
      const east = (heights[cell + 1]! - heights[cell - 1]!) / (2 * cellMeters);
      const north = (heights[cell + columns]! - heights[cell - columns]!) / (2 * cellMeters);
      const gradient = Math.hypot(east, north);
      if (gradient < 0.015) continue;
      add(cell, Math.atan2(east, -north), Math.min(0.6, 4 * gradient));
    }
}
