import type { Random } from '../random.ts';
import { deposit } from './alluvium.ts';
import { undercut } from './banks.ts';
import { blurred } from './blur.ts';
import { type Drainage, drain } from './drainage.ts';
import { creep, erode } from './erosion.ts';
import { cellCount, cellX, cellY, type Grid, refined, sample } from './grid.ts';
import { landShape, type TerrainSize } from './land-shape.ts';
import { fractal, gradientNoise } from './noise.ts';
import { fallDegrees, slopeDegrees } from './slope.ts';
import { planeValleyFloors } from './valley-floors.ts';

/** The ground of the city: heights in metres above the sea, under it negative. */
export interface Terrain {
  readonly grid: Grid;
  readonly heights: Float32Array;
  /** Steepness of each cell in degrees, over its surroundings. */
  readonly slopes: Float32Array;
  /** Steepest fall in degrees to the next cell: sees banks that `slopes` rounds off. */
  readonly falls: Float32Array;
  readonly drainage: Drainage;
}

const CELL_METERS = 25;
/** The sea has risen by this much since the valleys were cut: bays and islands are drowned valleys and hills. */
const DROWNED_METERS = 66;
const SHELTER_METERS = 700;
/** Steps of erosion on cells of 100, 50 and 25 m. */
const STEPS_BY_LEVEL = [44, 9, 2];

/**
 * Raises a land in the shape of an island with bays, lets its rivers carve it from coarse to fine,
 * drowns the coast and fills the valley floors.
 */
export function makeTerrain(size: TerrainSize, random: Random): Terrain {
  let grid: Grid = {
    columns: Math.ceil(size.widthMeters / (CELL_METERS * 4)),
    rows: Math.ceil(size.heightMeters / (CELL_METERS * 4)),
    cellMeters: CELL_METERS * 4,
  };
  const { rise: shapeAt, basin } = landShape(size, random.fork('shape'));
  const bearing = bearingSlope(random.fork('rock'));
  const rough = fractal(gradientNoise(random.fork('rough')), 4);
  let shape = fieldOf(grid, shapeAt);
  let steepest = fieldOf(grid, bearing);
  let heights = fieldOf(grid, (x, y) => 8 + 8 * rough(x / 900, y / 900));
  for (const [level, steps] of STEPS_BY_LEVEL.entries()) {
    if (level > 0) {
      const coarse = grid;
      ({ grid, values: heights } = refined(coarse, heights));
      // Only the first refinement adds detail of its own; a finer one could not be told from it.
      shape = level === 1 ? fieldOf(grid, shapeAt) : refined(coarse, shape).values;
      steepest = level === 1 ? fieldOf(grid, bearing) : refined(coarse, steepest).values;
    }
    if (level === 1)
      for (let cell = 0; cell < heights.length; cell += 1)
        heights[cell] =
          heights[cell]! + Math.max(0, 7 * rough(cellX(grid, cell) / 260, cellY(grid, cell) / 260));
    const uplift = shape.map((rise) => (rise <= 0 ? 0 : 1e-3 * rise));
    for (let cell = 0; cell < heights.length; cell += 1) if (uplift[cell] === 0) heights[cell] = 0;
    erode(grid, heights, { steps, stepYears: 13_000, uplift, steepest, erodibility: 1.35e-5 });
  }
  drown(heights, shape);
  creep(grid, heights, 1, () => 0.35);
  const flooded = drain(grid, heights, rimOf(grid));
  planeValleyFloors(grid, heights, flooded, 0);
  deposit(grid, heights, flooded, {
    leastCatchment: 3e4,
    shoreMeters: 1.6,
    sheltered: shelteredWater(
      grid,
      heights,
      (x, y) => 0.5 * basin(x, y) + 0.07 * rough(x / 900, y / 900),
    ),
  });
  const fine = fieldOf(grid, (x, y) => rough(x / 640, y / 640));
  const dry = (cell: number) => heights[cell]! <= 0;
  undercut(grid, heights, drain(grid, heights, dry), (cell) => 24 + 26 * fine[cell]!);
  // Old courses and banks on the plains, which keep the rivers from running straight.
  for (let cell = 0; cell < heights.length; cell += 1)
    if (heights[cell]! > 1.5) heights[cell] = heights[cell]! + 1.1 * Math.max(-0.6, fine[cell]!);
  creep(grid, heights, 1, (cell) => (heights[cell]! > 0 && heights[cell]! < 1.2 ? 0 : 0.3));
  const drainage = drain(grid, heights, dry);
  const slopes = slopeDegrees(grid, heights);
  return { grid, heights, slopes, falls: fallDegrees(grid, heights, slopes), drainage };
}

/** Slope that the rock bears, rise over run: 28° to 44°, hard and soft bands of some kilometres. */
function bearingSlope(random: Random): (x: number, y: number) => number {
  const strength = fractal(gradientNoise(random), 3);
  return (x, y) => {
    const degrees = 36 + 9 * strength(x / 2600, y / 2600) + 5 * strength(x / 310, y / 310);
    return Math.tan((Math.min(44, Math.max(28, degrees)) * Math.PI) / 180);
  };
}

/** Lowers everything, and lets the sea floor fall away from the land. */
function drown(heights: Float32Array, shape: Float32Array): void {
  for (let cell = 0; cell < heights.length; cell += 1)
    heights[cell] = heights[cell]! - DROWNED_METERS + 50 * Math.max(-1, Math.min(0, shape[cell]!));
}

/** Water that land surrounds: there rivers keep what they bring, at the open coast waves take it. */
function shelteredWater(
  grid: Grid,
  heights: Float32Array,
  bonus: (x: number, y: number) => number,
): Uint8Array {
  const isLand = Float32Array.from(heights, (height) => (height > 0 ? 1 : 0));
  const landShare = blurred(grid, isLand, SHELTER_METERS);
  return Uint8Array.from(landShare, (share, cell) =>
    share + bonus(cellX(grid, cell), cellY(grid, cell)) > 0.63 ? 1 : 0,
  );
}

function rimOf({ columns, rows }: Grid): (cell: number) => boolean {
  return (cell) => {
    const column = cell % columns;
    return column === 0 || column === columns - 1 || cell < columns || cell >= columns * (rows - 1);
  };
}

function fieldOf(grid: Grid, value: (x: number, y: number) => number): Float32Array {
  const field = new Float32Array(cellCount(grid));
  for (let cell = 0; cell < field.length; cell += 1)
    field[cell] = value(cellX(grid, cell), cellY(grid, cell));
  return field;
}

/** Height in metres at a place. */
export function heightAt({ grid, heights }: Terrain, x: number, y: number): number {
  return sample(grid, heights, x, y);
}
