import { isInsidePolygon } from '#domain/geo/polygon';
import type { MultiPolygon, PolygonCoordinates, Ring } from '#domain/geo/position';
import type { ImportReason } from '#geodata/item';
import type { Crs } from './crs.ts';
import { GEOMETRY_REASONS } from './geometry-reasons.ts';
import { readRing } from './read-ring.ts';

export type AreaReading =
  | {
      readonly kind: 'area';
      readonly geometry: MultiPolygon;
      readonly repairs: readonly ImportReason[];
    }
  | { readonly kind: 'not-area'; readonly reason: ImportReason }
  | { readonly kind: 'unusable'; readonly reason: ImportReason };

/**
 * A GeoJSON geometry of any system as areas in `[lng, lat]`. What is plainly a slip of the pen is mended
 * and said: open rings, repeated vertices, rings without area, holes outside of their outer ring. A hole
 * outside becomes an area, for a hazard must not vanish by a doubtful reading. Rings that cross
 * themselves or each other are given as read: the database finds and mends them (ST_MakeValid).
 */
export function toMultiPolygon(geometry: unknown, crs: Crs): AreaReading {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry))
    return { kind: 'unusable', reason: GEOMETRY_REASONS.missing };
  const { type } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return typeof type === 'string' && /^(?:Multi)?(?:LineString|Point)$/.test(type)
      ? { kind: 'not-area', reason: GEOMETRY_REASONS.notArea }
      : { kind: 'unusable', reason: GEOMETRY_REASONS.malformed };
  const coordinates: unknown = 'coordinates' in geometry ? geometry.coordinates : null;
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons)) return { kind: 'unusable', reason: GEOMETRY_REASONS.malformed };

  const repairs = new Set<ImportReason>();
  const read: PolygonCoordinates[] = [];
  let ringCount = 0;
  for (const polygon of polygons) {
    if (!Array.isArray(polygon)) return { kind: 'unusable', reason: GEOMETRY_REASONS.malformed };
    const rings: Ring[] = [];
    let isOuterLost = false;
    for (const [index, part] of polygon.entries()) {
      ringCount += 1;
      const reading = readRing(part, crs, repairs);
      if (reading.kind === 'unusable') return reading;
      if (reading.kind === 'ring') rings.push(reading.ring);
      else if (index === 0) isOuterLost = true;
    }
    // Without its outer ring a polygon has no inside that its holes could be cut from.
    if (!isOuterLost && rings.length > 0) read.push(...withoutHolesOutside(rings, repairs));
  }
  if (ringCount === 0) return { kind: 'unusable', reason: GEOMETRY_REASONS.missing };
  if (read.length === 0) return { kind: 'unusable', reason: GEOMETRY_REASONS.tooSmall };
  return {
    kind: 'area',
    geometry: { type: 'MultiPolygon', coordinates: read },
    repairs: [...repairs],
  };
}

function withoutHolesOutside(
  rings: readonly Ring[],
  repairs: Set<ImportReason>,
): PolygonCoordinates[] {
  const [outer, ...holes] = rings;
  if (outer === undefined || holes.length === 0) return [rings];
  const isOutside = (hole: Ring): boolean =>
    !hole.some((position) => isInsidePolygon([outer], position));
  const outside = holes.filter(isOutside);
  if (outside.length === 0) return [rings];
  repairs.add(GEOMETRY_REASONS.holeOutside);
  return [
    [outer, ...holes.filter((hole) => !outside.includes(hole))],
    ...outside.map((hole): PolygonCoordinates => [hole]),
  ];
}
