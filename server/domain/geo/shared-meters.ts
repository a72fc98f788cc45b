import { distanceMeters } from './distance.ts';
import { nearestOnLine } from './polyline.ts';
import type { Position } from './position.ts';

/** Pieces no longer than this are told apart. */
const PIECE_METERS = 10;

/**
 * How many metres of a line run along another one: pieces of some 10 m whose middle lies within `withinMeters`
 * of it. Two ways that cross share next to nothing.
 */
export function sharedMeters(
  line: readonly Position[],
  other: readonly Position[],
  withinMeters: number,
): number {
  let shared = 0;
  for (const [at, from] of line.entries()) {
    const to = line[at + 1];
    if (to === undefined) break;
    const length = distanceMeters(from, to);
    const pieces = Math.max(1, Math.ceil(length / PIECE_METERS));
    for (let piece = 0; piece < pieces; piece += 1) {
      const part = (piece + 0.5) / pieces;
      const middle = [
        from[0] + (to[0] - from[0]) * part,
        from[1] + (to[1] - from[1]) * part,
      ] as const;
      const nearest = nearestOnLine(other, middle);
      if (nearest !== null && nearest.distanceMeters <= withinMeters) shared += length / pieces;
    }
  }
  return shared;
}
