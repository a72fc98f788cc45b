import { area } from '@turf/area';
import { length } from '@turf/length';
import type { Position } from '#domain/geo/position';

export type MeasureMode = 'distance' | 'area';

/** Length of a line through the points on the sphere, in metres. */
export function lengthMeters(points: readonly Position[]): number {
  if (points.length < 2) return 0;
  return length(
    {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: points.map((point) => [...point]) },
    },
    { units: 'meters' },
  );
}

/** Area of the ring through the points, in square metres; 0 below three points. */
export function areaSquareMeters(points: readonly Position[]): number {
  if (points.length < 3) return 0;
  return area({ type: 'Polygon', coordinates: [ringOf(points)] });
}

/** The points as a ring that ends where it begins. */
export function ringOf(points: readonly Position[]): number[][] {
  const first = points[0];
  return first === undefined ? [] : [...points, first].map((point) => [...point]);
}
