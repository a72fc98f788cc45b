import type { LocalScale } from '#domain/geo/distance';
import { nearestPart } from '#domain/geo/segment';
import { type BoundarySheet, firstChainOf, SHEET_BITS, SHEET_MASK } from './boundary-layout.ts';
import type { ZoneIndex } from './zone-index.ts';

/** The place on a boundary that is nearest to something, filled by `findNearestBoundary`. */
export interface BoundaryPoint {
  distanceMeters: number;
  lng: number;
  lat: number;
}

/**
 * Whether a point lies in the zone by the parity of the edges that a ray to the east crosses, for each
 * polygon of the zone by itself. Exact but for points within rounding of an edge: whoever asks lets
 * `BOUNDARY_TOLERANCE_METERS` decide there.
 *
 * An edge counts where one end is above the ray and the other is not: each vertex belongs to the edges
 * below it, so rays through vertices and along horizontal edges come out right. Parity needs no order
 * of winding, and reads a ring that crosses itself as ST_MakeValid does.
 */
export function isInsideByParity(
  index: ZoneIndex,
  zone: number,
  lng: number,
  lat: number,
): boolean {
  const sheet = index.sheets[zone >> SHEET_BITS]!;
  const { zoneFirstPolygon, polygonFirstChain } = sheet;
  const place = zone & SHEET_MASK;
  const endPolygon = zoneFirstPolygon[place + 1]!;
  for (let polygon = zoneFirstPolygon[place]!; polygon < endPolygon; polygon += 1) {
    const endChain = polygonFirstChain[polygon + 1]!;
    let isOdd = false;
    for (let chain = polygonFirstChain[polygon]!; chain < endChain; chain += 1)
      if (crossesRayOddly(sheet, chain, lng, lat)) isOdd = !isOdd;
    if (isOdd) return true;
  }
  return false;
}

function crossesRayOddly(sheet: BoundarySheet, chain: number, lng: number, lat: number): boolean {
  const { chainBoxes, chainFirstVertex, coordinates } = sheet;
  const box = 4 * chain;
  const isPassedBy =
    lat < chainBoxes[box + 1]! || lat > chainBoxes[box + 3]! || lng > chainBoxes[box + 2]!;
  if (isPassedBy) return false;
  const first = 2 * chainFirstVertex[chain]!;
  const last = 2 * chainFirstVertex[chain + 1]! - 2;
  const startsAbove = coordinates[first + 1]! > lat;
  // Wholly east of the point: the ray meets each crossing, and only the ends tell how many.
  if (lng < chainBoxes[box]!) return startsAbove !== coordinates[last + 1]! > lat;
  let isOdd = false;
  let wasAbove = startsAbove;
  for (let vertex = first + 2; vertex <= last; vertex += 2) {
    const isAbove = coordinates[vertex + 1]! > lat;
    if (isAbove !== wasAbove) {
      const fromLng = coordinates[vertex - 2]!;
      const fromLat = coordinates[vertex - 1]!;
      const slope = (coordinates[vertex]! - fromLng) / (coordinates[vertex + 1]! - fromLat);
      if (lng < fromLng + slope * (lat - fromLat)) isOdd = !isOdd;
    }
    wasAbove = isAbove;
  }
  return isOdd;
}

/**
 * Finds the place on the zone's boundary that is nearest to a point, if it is not farther than
 * `limitMeters`. Fills `found` and says true, or leaves it as it was and says false.
 *
 * Chains whose box is farther than the nearest edge so far are passed over.
 */
export function findNearestBoundary(
  index: ZoneIndex,
  zone: number,
  lng: number,
  lat: number,
  scale: LocalScale,
  limitMeters: number,
  found: BoundaryPoint,
): boolean {
  const sheet = index.sheets[zone >> SHEET_BITS]!;
  const { chainFirstVertex, chainBoxes, coordinates } = sheet;
  const { metersPerDegreeLng, metersPerDegreeLat } = scale;
  let nearestSquared = limitMeters * limitMeters;
  let isFound = false;
  const endChain = firstChainOf(sheet, (zone & SHEET_MASK) + 1);
  for (let chain = firstChainOf(sheet, zone & SHEET_MASK); chain < endChain; chain += 1) {
    const box = 4 * chain;
    const boxEast =
      Math.max(chainBoxes[box]! - lng, lng - chainBoxes[box + 2]!, 0) * metersPerDegreeLng;
    const boxNorth =
      Math.max(chainBoxes[box + 1]! - lat, lat - chainBoxes[box + 3]!, 0) * metersPerDegreeLat;
    if (boxEast * boxEast + boxNorth * boxNorth > nearestSquared) continue;
    const first = 2 * chainFirstVertex[chain]!;
    const last = 2 * chainFirstVertex[chain + 1]! - 2;
    // In metres east and north of the point: the end of the edge before is the start of the next.
    let fromEast = (coordinates[first]! - lng) * metersPerDegreeLng;
    let fromNorth = (coordinates[first + 1]! - lat) * metersPerDegreeLat;
    for (let vertex = first + 2; vertex <= last; vertex += 2) {
      const toEast = (coordinates[vertex]! - lng) * metersPerDegreeLng;
      const toNorth = (coordinates[vertex + 1]! - lat) * metersPerDegreeLat;
      const part = nearestPart(0, 0, fromEast, fromNorth, toEast, toNorth);
      const east = fromEast + part * (toEast - fromEast);
      const north = fromNorth + part * (toNorth - fromNorth);
      const squared = east * east + north * north;
      if (squared <= nearestSquared) {
        nearestSquared = squared;
        isFound = true;
        found.lng = lng + east / metersPerDegreeLng;
        found.lat = lat + north / metersPerDegreeLat;
      }
      fromEast = toEast;
      fromNorth = toNorth;
    }
  }
  if (isFound) found.distanceMeters = Math.sqrt(nearestSquared);
  return isFound;
}
