import type { Position } from '#domain/geo/position';

export const METERS_PER_DEGREE = 111_195;

/** Metres between two places of one region (equirectangular; within 0.5 % up to 50 km in Japan). */
export function approximateMeters(a: Position, b: Position): number {
  const middle = (((a[1] + b[1]) / 2) * Math.PI) / 180;
  const dx = (a[0] - b[0]) * Math.cos(middle);
  return Math.hypot(dx, a[1] - b[1]) * METERS_PER_DEGREE;
}

/** The middle of the positions' range, and how far the farthest of them is from it. */
export function spreadOf(positions: readonly Position[]): {
  center: Position;
  reachMeters: number;
} {
  const middle = (axis: 0 | 1) => {
    const values = positions.map((position) => position[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const center: Position = [middle(0), middle(1)];
  return {
    center,
    reachMeters: Math.max(...positions.map((one) => approximateMeters(center, one))),
  };
}
