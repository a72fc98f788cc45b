import { drain } from './drainage.ts';
import { cellCount, type Grid } from './grid.ts';

export interface ErosionOptions {
  readonly steps: number;
  readonly stepYears: number;
  /** Uplift of each cell in metres a year; 0 where the sea holds the base level. */
  readonly uplift: Float32Array;
  /** Steepest lasting slope of each cell, rise over run (the strength of its rock). */
  readonly steepest: Float32Array;
  /** K of the stream-power law, for catchments in m² and m = 0.45. */
  readonly erodibility: number;
}

const AREA_EXPONENT = 0.45;

/**
 * Lets rivers cut a rising land: stream-power law dh/dt = U − K·A^m·S, solved implicitly along the
 * drainage from the sea upward (Braun & Willett 2013, O(n) per step), slopes held to what the rock
 * bears (as Cordonnier et al. 2016). Changes `heights` in place.
 */
export function erode(grid: Grid, heights: Float32Array, options: ErosionOptions): void {
  const { columns, cellMeters } = grid;
  const { uplift, steepest, stepYears, erodibility } = options;
  const isBase = (cell: number) => uplift[cell] === 0;
  const diagonal = cellMeters * Math.SQRT2;
  for (let step = 0; step < options.steps; step += 1) {
    const { receiver, order, catchment } = drain(grid, heights, isBase);
    for (const cell of order) {
      const below = receiver[cell]!;
      if (below === cell) continue;
      const apart = Math.abs(below - cell);
      const run = apart === 1 || apart === columns ? cellMeters : diagonal;
      const power = (erodibility * stepYears * catchment[cell]! ** AREA_EXPONENT) / run;
      const base = heights[below]!;
      const risen = heights[cell]! + uplift[cell]! * stepYears;
      // Water in a hollow deposits, it does not cut upward.
      const cut = risen > base ? (risen + power * base) / (1 + power) : risen;
      heights[cell] = Math.min(cut, base + steepest[cell]! * run);
    }
  }
}

/** Soil creep: moves each height toward the mean of its neighbours by `strength` (0–0.5) per pass. */
export function creep(
  grid: Grid,
  heights: Float32Array,
  passes: number,
  strengthAt: (cell: number) => number,
): void {
  const { columns, rows } = grid;
  const before = new Float32Array(cellCount(grid));
  for (let pass = 0; pass < passes; pass += 1) {
    before.set(heights);
    for (let row = 1; row < rows - 1; row += 1)
      for (let column = 1; column < columns - 1; column += 1) {
        const cell = row * columns + column;
        const mean =
          (before[cell - 1]! +
            before[cell + 1]! +
            before[cell - columns]! +
            before[cell + columns]!) /
          4;
        heights[cell] = before[cell]! + strengthAt(cell) * (mean - before[cell]!);
      }
  }
}
