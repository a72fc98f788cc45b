import type { Position } from '#domain/geo/position';
import type { ImportReason } from '#geodata/item';
import { ROAD_REASONS } from '#geodata/mappers/road-reasons';
import type { Crs } from './crs.ts';

/** A line in degrees; the third number of its coordinates is metres above sea, where it is there. */
export interface LinePart {
  readonly line: readonly Position[];
  readonly elevationsMeters: readonly number[] | null;
}

export type LineReading =
  | {
      readonly kind: 'lines';
      readonly parts: readonly LinePart[];
      readonly repairs: readonly ImportReason[];
    }
  | { readonly kind: 'not-line'; readonly reason: ImportReason }
  | { readonly kind: 'unusable'; readonly reason: ImportReason };

/** The lines of a GeoJSON geometry of any system, vertices repeated in a row made one. */
export function toLines(geometry: unknown, crs: Crs): LineReading {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry))
    return { kind: 'unusable', reason: ROAD_REASONS.malformed };
  const { type } = geometry;
  if (type !== 'LineString' && type !== 'MultiLineString')
    return { kind: 'not-line', reason: ROAD_REASONS.notLine };
  const coordinates: unknown = 'coordinates' in geometry ? geometry.coordinates : null;
  const lines: unknown = type === 'LineString' ? [coordinates] : coordinates;
  if (!Array.isArray(lines)) return { kind: 'unusable', reason: ROAD_REASONS.malformed };
  const parts: LinePart[] = [];
  const repairs = new Set<ImportReason>();
  for (const line of lines) {
    const read = readLine(line, crs, repairs);
    if ('code' in read) return { kind: 'unusable', reason: read };
    if (read.line.length > 1) parts.push(read);
  }
  return parts.length === 0
    ? { kind: 'unusable', reason: ROAD_REASONS.noLength }
    : { kind: 'lines', parts, repairs: [...repairs] };
}

function readLine(line: unknown, crs: Crs, repairs: Set<ImportReason>): LinePart | ImportReason {
  if (!Array.isArray(line)) return ROAD_REASONS.malformed;
  const positions: Position[] = [];
  const elevations: number[] = [];
  for (const place of line) {
    if (!Array.isArray(place)) return ROAD_REASONS.malformed;
    const [x, y, z] = place as unknown[];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return ROAD_REASONS.malformed;
    const position = crs.toLngLat(Number(x), Number(y));
    if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90))
      return ROAD_REASONS.outsideWorld;
    const last = positions.at(-1);
    if (last !== undefined && last[0] === position[0] && last[1] === position[1]) {
      repairs.add(ROAD_REASONS.duplicateVertices);
      continue;
    }
    positions.push(position);
    if (typeof z === 'number' && Number.isFinite(z)) elevations.push(z);
  }
  const isHigh = elevations.length === positions.length && positions.length > 0;
  return { line: positions, elevationsMeters: isHigh ? elevations : null };
}
