import type { Drainage } from './drainage.ts';
import type { Grid } from './grid.ts';
import { slopeDegrees } from './slope.ts';

const FLAT_DEGREES = 4;
const STREAM_CATCHMENT = 2.5e5;
/** Rise above the floor over which a bank gains most of its height, in metres. */
const BANK_RISE_METERS = 9;
/** Hillsides of this slope are banks already. */
const STEEP_DEGREES = 37;

/**
 * Steepens the foot of gentle hillsides, as rivers and waves do that undercut them and as people do who
 * cut building land: the first metres above the floor gain height fastest. `amount` is what the hill
 * gains in all, in metres. Changes `heights` in place.
 */
export function undercut(
  grid: Grid,
  heights: Float32Array,
  { receiver, order, catchment }: Drainage,
  amount: (cell: number) => number,
): void {
  const slopes = slopeDegrees(grid, heights);
  const floor = new Float32Array(heights.length);
  for (const cell of order) {
    const isFloor =
      receiver[cell] === cell ||
      slopes[cell]! < FLAT_DEGREES ||
      catchment[cell]! > STREAM_CATCHMENT;
    floor[cell] = isFloor ? heights[cell]! : floor[receiver[cell]!]!;
  }
  for (let cell = 0; cell < heights.length; cell += 1) {
    const rise = heights[cell]! - floor[cell]!;
    if (rise <= 0 || heights[cell]! <= 0) continue;
    const gain = amount(cell) * Math.max(0, 1 - slopes[cell]! / STEEP_DEGREES);
    heights[cell] = heights[cell]! + gain * (1 - Math.exp(-rise / BANK_RISE_METERS));
  }
}
