import { cellCount, type Grid } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';

/** Ground as a road builder sees it, on cells of twice the terrain's size. */
export interface RoadGround {
  readonly grid: Grid;
  readonly heights: Float32Array;
  /** Costs per metre from lying on a hillside; infinite in the sea. */
  readonly groundCost: Float32Array;
  /** Cost of getting over the water of a cell, in metres of easy road. */
  readonly crossingCost: Float32Array;
}

/** Gradient at which a road costs twice as much as on the level. */
const DEAR_GRADIENT = 0.055;

export function roadGround({ grid, heights, slopes, drainage }: Terrain): RoadGround {
  const coarse: Grid = {
    columns: Math.floor(grid.columns / 2),
    rows: Math.floor(grid.rows / 2),
    cellMeters: grid.cellMeters * 2,
  };
  const count = cellCount(coarse);
  const mean = new Float32Array(count);
  const groundCost = new Float32Array(count);
  const crossingCost = new Float32Array(count);
  for (let cell = 0; cell < count; cell += 1) {
    const column = cell % coarse.columns;
    const at = 2 * ((cell - column) / coarse.columns) * grid.columns + 2 * column;
    const four = [at, at + 1, at + grid.columns, at + grid.columns + 1];
    let slope = 0;
    let catchment = 0;
    let isSea = false;
    for (const one of four) {
      mean[cell] = mean[cell]! + heights[one]! / 4;
      slope += slopes[one]! / 4;
      catchment = Math.max(catchment, drainage.catchment[one]!);
      if (heights[one]! <= 0.4) isSea = true;
    }
    groundCost[cell] = isSea ? Number.POSITIVE_INFINITY : 1 + (slope / 15) ** 2;
    crossingCost[cell] = catchment < 3e5 ? 0 : Math.min(260, 28 * (catchment / 1e6) ** 0.5);
  }
  return { grid: coarse, heights: mean, groundCost, crossingCost };
}

/** Cost of a straight piece of road between two cells, in metres of easy road. */
export function stepCost(
  ground: RoadGround,
  from: number,
  to: number,
  lengthMeters: number,
): number {
  const gradient = Math.abs(ground.heights[from]! - ground.heights[to]!) / lengthMeters;
  const climb = 1 + (gradient / DEAR_GRADIENT) ** 2;
  const beside = (ground.groundCost[from]! + ground.groundCost[to]!) / 2;
  return lengthMeters * climb * beside + ground.crossingCost[to]!;
}

/** Steps of a road on the raster: to the eight neighbours and by knights' moves, for smoother bends. */
export const ROAD_STEPS: readonly (readonly [columns: number, rows: number, cells: number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
  [2, 1],
  [1, 2],
  [-1, 2],
  [-2, 1],
  [-2, -1],
  [-1, -2],
  [1, -2],
  [2, -1],
].map(([columns = 0, rows = 0]) => [columns, rows, Math.hypot(columns, rows)] as const);
