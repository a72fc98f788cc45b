import type { PositionConflict, RepairView } from '#contract/data-decisions';
import type { Bbox } from '#domain/geo/position';
import type { DrawnFeatures } from '../../map/style.ts';

/** A geometry before and after it was mended. */
export function shapeFeatures(shapes: NonNullable<RepairView['shapes']>): DrawnFeatures {
  return {
    type: 'FeatureCollection',
    features: (['after', 'before'] as const).map((kind) => ({
      type: 'Feature',
      properties: { kind },
      geometry: shapes[kind],
    })),
  };
}

/** A, B, C …: how a place is called on the map and in the list beside it. */
export function placeLetter(at: number): string {
  return String.fromCharCode(65 + (at % 26));
}

/** Where lists have a facility; the position that was chosen is filled. */
export function placeFeatures({ places, chosen }: PositionConflict): DrawnFeatures {
  return {
    type: 'FeatureCollection',
    features: places.map(({ position }, at) => ({
      type: 'Feature',
      properties: {
        kind: isSamePlace(position, chosen) ? 'chosen' : 'place',
        name: placeLetter(at),
      },
      geometry: { type: 'Point', coordinates: [...position] },
    })),
  };
}

export function isSamePlace(
  one: readonly [number, number],
  other: readonly [number, number] | null,
): boolean {
  return other !== null && one[0] === other[0] && one[1] === other[1];
}

/** `[west, south, east, north]` of everything that is drawn. */
export function boundsOf(features: DrawnFeatures): Bbox {
  const lngs: number[] = [];
  const lats: number[] = [];
  const walk = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    const [lng, lat] = coordinates;
    if (typeof lng === 'number' && typeof lat === 'number') {
      lngs.push(lng);
      lats.push(lat);
    } else for (const part of coordinates) walk(part);
  };
  for (const { geometry } of features.features)
    if ('coordinates' in geometry) walk(geometry.coordinates);
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), 180);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -180);
  return [least(lngs), least(lats), most(lngs), most(lats)];
}
