import { type LocalScale, localScale } from '#domain/geo/distance';
import { BOUNDARY_TOLERANCE_METERS } from '#domain/geo/polygon';
import { NumberList } from './number-list.ts';
import { buildPointGrid, columnOf, type PointGrid, rowOf } from './point-grid.ts';
import { isInsideZone, signedDistanceToZone } from './point-to-zone.ts';
import type { BoundaryPoint } from './zone-boundary.ts';
import type { ZoneIndex } from './zone-index.ts';

/*
 * Joins of all points with all zones. The points are sorted into a grid and the zones run through in
 * the order they lie in memory: several times quicker than asking the tree for each point, whose nodes
 * and zones are somewhere else every time.
 */

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
 * Every pair of a point and a zone that it is in (boundary included), in the order of the zones.
 *
 * @param points lng, lat, lng, lat … in degrees
 * @throws RangeError where a coordinate is not a finite number
 */
export function joinPointsInside(index: ZoneIndex, points: Float64Array): PointZonePairs {
  const pointNumbers = new NumberList();
  const zoneNumbers = new NumberList();
  forEachCandidate(index, buildPointGrid(points), 0, (point, zone, lng, lat, scale) => {
    if (!isInsideZone(index, zone, lng, lat, scale)) return;
    pointNumbers.push(point);
    zoneNumbers.push(zone);
  });
  return {
    pointNumbers: pointNumbers.toUint32Array(),
    zoneNumbers: zoneNumbers.toUint32Array(),
  };
}

/**
 * Every pair of a point and a zone that it is in or within `reachMeters` of, in the order of the zones.
 *
 * @param points lng, lat, lng, lat … in degrees
 * @throws RangeError where a coordinate is not a finite number
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
  forEachCandidate(index, buildPointGrid(points), reachMeters, (point, zone, lng, lat, scale) => {
    const meters = signedDistanceToZone(index, zone, lng, lat, scale, reachMeters, nearest);
    if (meters > reachMeters) return;
    pointNumbers.push(point);
    zoneNumbers.push(zone);
    distances.push(meters);
  });
  return {
    pointNumbers: pointNumbers.toUint32Array(),
    zoneNumbers: zoneNumbers.toUint32Array(),
    signedDistanceMeters: distances.toFloat64Array(),
  };
}

/** Visits each point with each zone whose box, grown by `reachMeters`, it lies in. */
function forEachCandidate(
  index: ZoneIndex,
  grid: PointGrid,
  reachMeters: number,
  visit: (point: number, zone: number, lng: number, lat: number, scale: LocalScale) => void,
): void {
  const { zoneBoxes } = index;
  const { columns, cellFirst, pointNumbers, coordinates } = grid;
  if (pointNumbers.length === 0) return;
  const meters = Math.max(reachMeters, BOUNDARY_TOLERANCE_METERS);
  const { growthLng, growthLat } = growthDegrees(meters, grid);
  for (let zone = 0; zone < index.zoneCount; zone += 1) {
    const box = 4 * zone;
    const west = zoneBoxes[box]! - growthLng;
    const south = zoneBoxes[box + 1]! - growthLat;
    const east = zoneBoxes[box + 2]! + growthLng;
    const north = zoneBoxes[box + 3]! + growthLat;
    const firstColumn = columnOf(grid, west);
    const lastColumn = columnOf(grid, east);
    const lastRow = rowOf(grid, north);
    for (let row = rowOf(grid, south); row <= lastRow; row += 1) {
      // The cells of a row stand side by side, and so do their points.
      const end = cellFirst[row * columns + lastColumn + 1]!;
      for (let place = cellFirst[row * columns + firstColumn]!; place < end; place += 1) {
        const lng = coordinates[2 * place]!;
        const lat = coordinates[2 * place + 1]!;
        if (lng < west || lng > east || lat < south || lat > north) continue;
        visit(pointNumbers[place]!, zone, lng, lat, localScale(lat));
      }
    }
  }
}

/** At least `meters` in degrees at every point of the grid. */
function growthDegrees(meters: number, grid: PointGrid) {
  const poleward = localScale(Math.max(Math.abs(grid.south), Math.abs(grid.north)));
  const equatorward = localScale(0);
  return {
    growthLng: meters / poleward.metersPerDegreeLng,
    growthLat: meters / equatorward.metersPerDegreeLat,
  };
}
