import { localScale } from '#domain/geo/distance';
import type { PolygonCoordinates, Position } from '#domain/geo/position';
import type { IndexedZone } from '#domain/hazard/zone-index';

/** A red debris-flow zone of these polygons, or of another kind where said. */
export function zoneOf(
  coordinates: readonly PolygonCoordinates[],
  given: Partial<IndexedZone> = {},
): IndexedZone {
  return {
    id: 'zone',
    phenomenon: 'debris-flow',
    zoneClass: 'red',
    redNotSurveyed: false,
    ...given,
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

const ORIGIN: Position = [132.3, 34.4];

/** The place so many metres east and north of a fixed one. */
export function at(eastMeters: number, northMeters: number): Position {
  const scale = localScale(ORIGIN[1]);
  return [
    ORIGIN[0] + eastMeters / scale.metersPerDegreeLng,
    ORIGIN[1] + northMeters / scale.metersPerDegreeLat,
  ];
}

/** A closed box between two corners in metres, wound clockwise as KSJ files are. */
export function box(west: number, south: number, east: number, north: number): Position[] {
  return [at(west, south), at(west, north), at(east, north), at(east, south), at(west, south)];
}
