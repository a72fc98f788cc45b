import { localScale } from '#domain/geo/distance';
import { NumberList } from './number-list.ts';
import { findZonesAround, isInsideZone, signedDistanceToZone } from './point-to-zone.ts';
import type { BoundaryPoint } from './zone-boundary.ts';
import type { ZoneIndex } from './zone-index.ts';

/** Points and zones that belong together: the n-th point number goes with the n-th zone number. */
export interface PointZonePairs {
  readonly pointNumbers: Uint32Array;
  readonly zoneNumbers: Uint32Array;
}

/** Pairs with the signed metres from the point to the boundary of the zone, negative inside. */
export interface MeasuredPairs extends PointZonePairs {
  readonly signedDistanceMeters: Float64Array;
}

/**
 * Joins many points to the zones they are in (boundary included), in the order of the points. For
 * numbers of points where an object for each would cost more than the check itself.
 *
 * @param points lng, lat, lng, lat … in degrees
 */
export function joinPointsInside(index: ZoneIndex, points: Float64Array): PointZonePairs {
  const pointNumbers = new NumberList();
  const zoneNumbers = new NumberList();
  for (let point = 0; 2 * point < points.length; point += 1) {
    const lng = points[2 * point]!;
    const lat = points[2 * point + 1]!;
    const scale = localScale(lat);
    for (const zone of findZonesAround(index, lng, lat, scale, 0)) {
      if (!isInsideZone(index, zone, lng, lat, scale)) continue;
      pointNumbers.push(point);
      zoneNumbers.push(zone);
    }
  }
  return { pointNumbers: pointNumbers.toUint32Array(), zoneNumbers: zoneNumbers.toUint32Array() };
}

/**
 * Joins many points to the zones that they are in or within `reachMeters` of, in the order of the points.
 *
 * @param points lng, lat, lng, lat … in degrees
 */
export function joinPointsWithin(
  index: ZoneIndex,
  points: Float64Array,
  reachMeters: number,
): MeasuredPairs {
  const pointNumbers = new NumberList();
  const zoneNumbers = new NumberList();
  const distances = new NumberList();
  const nearest: BoundaryPoint = { distanceMeters: 0, lng: 0, lat: 0 };
  for (let point = 0; 2 * point < points.length; point += 1) {
    const lng = points[2 * point]!;
    const lat = points[2 * point + 1]!;
    const scale = localScale(lat);
    for (const zone of findZonesAround(index, lng, lat, scale, reachMeters)) {
      const meters = signedDistanceToZone(index, zone, lng, lat, scale, reachMeters, nearest);
      if (meters > reachMeters) continue;
      pointNumbers.push(point);
      zoneNumbers.push(zone);
      distances.push(meters);
    }
  }
  return {
    pointNumbers: pointNumbers.toUint32Array(),
    zoneNumbers: zoneNumbers.toUint32Array(),
    signedDistanceMeters: distances.toFloat64Array(),
  };
}
