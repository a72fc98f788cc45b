import type { LocalScale } from '#domain/geo/distance';
import { BOUNDARY_TOLERANCE_METERS } from '#domain/geo/polygon';
import { type BoundaryPoint, findNearestBoundary, isInsideByParity } from './zone-boundary.ts';
import { findZonesInBox, type ZoneIndex } from './zone-index.ts';

/** Numbers of the zones that a point may be in, or within `reachMeters` of, by their boxes. */
export function findZonesAround(
  index: ZoneIndex,
  lng: number,
  lat: number,
  scale: LocalScale,
  reachMeters: number,
): readonly number[] {
  const meters = Math.max(reachMeters, BOUNDARY_TOLERANCE_METERS);
  const east = meters / scale.metersPerDegreeLng;
  const north = meters / scale.metersPerDegreeLat;
  return findZonesInBox(index, lng - east, lat - north, lng + east, lat + north);
}

/** Whether a point is in a zone or on its boundary (nearer than 1 mm to it). */
export function isInsideZone(
  index: ZoneIndex,
  zone: number,
  lng: number,
  lat: number,
  scale: LocalScale,
): boolean {
  return (
    isInsideByParity(index, zone, lng, lat) ||
    findNearestBoundary(index, zone, lng, lat, scale, BOUNDARY_TOLERANCE_METERS, ON_BOUNDARY)
  );
}

/**
 * Signed metres from a point to the boundary of a zone: negative inside, 0 on it (nearer than 1 mm),
 * positive outside, and Infinity where the point is outside and farther than `reachMeters`. `nearest`
 * is filled with the place on the boundary unless it is Infinity.
 */
export function signedDistanceToZone(
  index: ZoneIndex,
  zone: number,
  lng: number,
  lat: number,
  scale: LocalScale,
  reachMeters: number,
  nearest: BoundaryPoint,
): number {
  const isInside = isInsideByParity(index, zone, lng, lat);
  const limitMeters = isInside ? Infinity : Math.max(reachMeters, BOUNDARY_TOLERANCE_METERS);
  if (!findNearestBoundary(index, zone, lng, lat, scale, limitMeters, nearest)) return Infinity;
  if (nearest.distanceMeters <= BOUNDARY_TOLERANCE_METERS) return 0;
  return isInside ? -nearest.distanceMeters : nearest.distanceMeters;
}

/** Somewhere to write for a question that only asks whether. */
const ON_BOUNDARY: BoundaryPoint = { distanceMeters: 0, lng: 0, lat: 0 };
