import type { Place } from '../frame.ts';
import { contourRings, type Raster } from './contour-rings.ts';

/** Rings of equal height at every multiple of an interval above 0, with their height. */
export function* contourLines(
  raster: Raster,
  intervalMeters: number,
): Generator<{ elevation: number; ring: Place[] }> {
  const { columns, rows, values } = raster;
  const cellsByLevel = new Map<number, [column: number, row: number][]>();
  for (let row = -1; row < rows; row += 1)
    for (let column = -1; column < columns; column += 1) {
      let least = Number.POSITIVE_INFINITY;
      let most = Number.NEGATIVE_INFINITY;
      for (const [c, r] of [
        [column, row],
        [column + 1, row],
        [column, row + 1],
        [column + 1, row + 1],
      ] as const) {
        const isOff = c < 0 || r < 0 || c >= columns || r >= rows;
        const value = isOff ? -1 : values[r * columns + c]!;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      for (
        let level = Math.max(1, Math.floor(least / intervalMeters));
        level * intervalMeters <= most;
        level += 1
      ) {
        const cells = cellsByLevel.get(level);
        if (cells) cells.push([column, row]);
        else cellsByLevel.set(level, [[column, row]]);
      }
    }
  for (const level of [...cellsByLevel.keys()].sort((a, b) => a - b))
    for (const ring of contourRings(raster, level * intervalMeters, cellsByLevel.get(level)))
      yield { elevation: level * intervalMeters, ring };
}
