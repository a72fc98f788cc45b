import { cellX, cellY, sample } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';
import type { Settlement } from '../places/settlements.ts';
import type { RoadGround } from './road-costs.ts';

/** How built-up the ground is, 0 to 1, on the road builder's raster: near settlements, where it is flat. */
export function urbanityOf(
  terrain: Terrain,
  ground: RoadGround,
  settlements: readonly Settlement[],
): Float32Array {
  const { grid } = ground;
  const urbanity = new Float32Array(ground.groundCost.length);
  for (const { x, y, size, reachMeters } of settlements) {
    const reach = Math.ceil((2.2 * reachMeters) / grid.cellMeters);
    const middleColumn = Math.floor(x / grid.cellMeters);
    const middleRow = Math.floor(y / grid.cellMeters);
    for (
      let row = Math.max(0, middleRow - reach);
      row <= Math.min(grid.rows - 1, middleRow + reach);
      row += 1
    )
      for (
        let column = Math.max(0, middleColumn - reach);
        column <= Math.min(grid.columns - 1, middleColumn + reach);
        column += 1
      ) {
        const cell = row * grid.columns + column;
        const far = Math.hypot(cellX(grid, cell) - x, cellY(grid, cell) - y) / reachMeters;
        const pull = (0.3 + 0.7 * size) * Math.exp(-far * far);
        urbanity[cell] = urbanity[cell]! + pull * (1 - urbanity[cell]!);
      }
  }
  for (let cell = 0; cell < urbanity.length; cell += 1) {
    const slope = sample(terrain.grid, terrain.slopes, cellX(grid, cell), cellY(grid, cell));
    const flat = Math.min(1, Math.max(0, (25 - slope) / 13));
    urbanity[cell] =
      ground.groundCost[cell] === Number.POSITIVE_INFINITY ? 0 : urbanity[cell]! * flat;
  }
  return urbanity;
}
