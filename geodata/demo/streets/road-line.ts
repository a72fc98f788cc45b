import type { Place } from '../frame.ts';
import type { RoadClass } from './road-classes.ts';

/** A road as it was laid out, before it is cut at its crossings. */
export interface RoadLine {
  readonly roadClass: RoadClass;
  readonly widthCentimeters: number;
  readonly name: string | null;
  readonly points: readonly Place[];
}

/** Rounds the bends of a line drawn on a raster: each inner point moves to the mean of its neighbours. */
export function smoothed(points: readonly Place[], passes: number): Place[] {
  let line = [...points];
  for (let pass = 0; pass < passes; pass += 1) {
    const before = line;
    line = before.map((point, index) => {
      const last = before[index - 1];
      const next = before[index + 1];
      if (last === undefined || next === undefined) return point;
      return {
        x: 0.25 * last.x + 0.5 * point.x + 0.25 * next.x,
        y: 0.25 * last.y + 0.5 * point.y + 0.25 * next.y,
      };
    });
  }
  return line;
}

/** The same line with points about `spacingMeters` apart; its ends stay. */
export function resampled(points: readonly Place[], spacingMeters: number): Place[] {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const length = lengthOf(points);
  const pieces = Math.max(1, Math.round(length / spacingMeters));
  const result: Place[] = [first];
  let walked = 0;
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1]!;
    const b = points[i]!;
    const piece = Math.hypot(b.x - a.x, b.y - a.y);
    while (result.length < pieces && (result.length * length) / pieces <= walked + piece) {
      const t = ((result.length * length) / pieces - walked) / piece;
      result.push({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
    }
    walked += piece;
  }
  result.push(last);
  return result;
}

export function lengthOf(points: readonly Place[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i += 1)
    length += Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y);
  return length;
}
