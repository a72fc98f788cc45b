import type { Position, Ring } from '#domain/geo/position';
import type { ImportReason } from '#geodata/item';
import type { Crs } from './crs.ts';
import { GEOMETRY_REASONS } from './geometry-reasons.ts';

export type RingReading =
  | { readonly kind: 'ring'; readonly ring: Ring }
  | { readonly kind: 'sliver' }
  | { readonly kind: 'unusable'; readonly reason: ImportReason };

/** Positions of a ring in `[lng, lat]`, closed, no vertex twice in a row; what was mended goes to `repairs`. */
export function readRing(part: unknown, crs: Crs, repairs: Set<ImportReason>): RingReading {
  if (!Array.isArray(part)) return { kind: 'unusable', reason: GEOMETRY_REASONS.malformed };
  const ring: Position[] = [];
  for (const pair of part as readonly unknown[]) {
    const position = readPosition(pair, crs);
    if (position === null) return { kind: 'unusable', reason: GEOMETRY_REASONS.malformed };
    const [lng, lat] = position;
    const isSwapped = isLatitude(lng) && isLongitude(lat);
    if (isSwapped) repairs.add(GEOMETRY_REASONS.latitudeFirst);
    else if (!isLongitude(lng) || !isLatitude(lat))
      return { kind: 'unusable', reason: GEOMETRY_REASONS.outsideJapan };
    const place: Position = isSwapped ? [lat, lng] : position;
    const last = ring.at(-1);
    if (last !== undefined && last[0] === place[0] && last[1] === place[1])
      repairs.add(GEOMETRY_REASONS.duplicateVertices);
    else ring.push(place);
  }
  const first = ring[0];
  const last = ring.at(-1);
  if (first !== undefined && last !== undefined && ring.length > 2)
    if (first[0] !== last[0] || first[1] !== last[1]) {
      repairs.add(GEOMETRY_REASONS.ringClosed);
      ring.push(first);
    }
  if (ring.length >= 4 && hasArea(ring)) return { kind: 'ring', ring };
  repairs.add(GEOMETRY_REASONS.sliverDropped);
  return { kind: 'sliver' };
}

/** Japan's longitudes and latitudes have no number in common, so a swap can't go unnoticed. */
export function isLongitude(degrees: number): boolean {
  return degrees >= 122 && degrees <= 154;
}

export function isLatitude(degrees: number): boolean {
  return degrees >= 20 && degrees <= 46;
}

function readPosition(pair: unknown, crs: Crs): Position | null {
  if (!Array.isArray(pair)) return null;
  const [first, second] = pair as readonly unknown[];
  if (typeof first !== 'number' || typeof second !== 'number') return null;
  const position = crs.toLngLat(first, second);
  // A sum is finite only if both of its terms are.
  return Number.isFinite(position[0] + position[1]) ? position : null;
}

/** Whether some vertex leaves the line through the first two; crossing rings have no signed area to ask. */
function hasArea(ring: Ring): boolean {
  const [[firstLng, firstLat], [nextLng, nextLat]] = ring as [Position, Position];
  return ring.some(
    ([lng, lat]) =>
      (nextLng - firstLng) * (lat - firstLat) !== (nextLat - firstLat) * (lng - firstLng),
  );
}
