import { type LocalScale, localScale } from './distance.ts';
import type { PolygonCoordinates, Position, Ring } from './position.ts';
import { nearestPart } from './segment.ts';

/**
 * A position nearer than this to a boundary is on it, and so inside. It is far above the rounding of
 * the arithmetic here (some 10 nm) and far below what any source of positions can mean.
 */
export const BOUNDARY_TOLERANCE_METERS = 0.001;

/**
 * Whether a position is in a polygon; its boundary, and all that is nearer than 1 mm to it, belongs to
 * it, that of holes too. For one polygon at a time: many positions against many zones are the work of
 * `#domain/hazard/zone-index`.
 */
export function isInsidePolygon(polygon: PolygonCoordinates, position: Position): boolean {
  const scale = localScale(position[1]);
  let isOdd = false;
  for (const ring of polygon) {
    if (isOnRing(ring, position, scale)) return true;
    if (crossesRayOddly(ring, position)) isOdd = !isOdd;
  }
  return isOdd;
}

/** An edge counts where one end is above the ray to the east and the other is not. */
function crossesRayOddly(ring: Ring, [lng, lat]: Position): boolean {
  let isOdd = false;
  let [fromLng, fromLat] = ring.at(-1) ?? [0, 0];
  for (const [toLng, toLat] of ring) {
    if (fromLat > lat !== toLat > lat) {
      const crossingLng = fromLng + ((toLng - fromLng) / (toLat - fromLat)) * (lat - fromLat);
      if (lng < crossingLng) isOdd = !isOdd;
    }
    fromLng = toLng;
    fromLat = toLat;
  }
  return isOdd;
}

function isOnRing(ring: Ring, [lng, lat]: Position, scale: LocalScale): boolean {
  const last = ring.at(-1);
  if (last === undefined) return false;
  let fromEast = (last[0] - lng) * scale.metersPerDegreeLng;
  let fromNorth = (last[1] - lat) * scale.metersPerDegreeLat;
  for (const [toLng, toLat] of ring) {
    const toEast = (toLng - lng) * scale.metersPerDegreeLng;
    const toNorth = (toLat - lat) * scale.metersPerDegreeLat;
    const part = nearestPart(0, 0, fromEast, fromNorth, toEast, toNorth);
    const east = fromEast + part * (toEast - fromEast);
    const north = fromNorth + part * (toNorth - fromNorth);
    if (Math.sqrt(east * east + north * north) <= BOUNDARY_TOLERANCE_METERS) return true;
    fromEast = toEast;
    fromNorth = toNorth;
  }
  return false;
}
