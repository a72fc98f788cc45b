import type { MultiPolygon } from '#domain/geo/position';
import { judgePolygon } from '#domain/hazard/exposure';
import { buildZoneIndex } from '#domain/hazard/zone-index';

/** Tells whether an area touches the area of a municipality, its boundary included. */
export function touches(municipality: MultiPolygon): (geometry: MultiPolygon) => boolean {
  const index = buildZoneIndex([
    {
      id: 'municipality',
      phenomenon: 'landslide',
      zoneClass: 'yellow',
      redNotSurveyed: false,
      geometry: municipality,
    },
  ]);
  return ({ coordinates }) =>
    coordinates.some(
      (polygon) => judgePolygon(index, polygon, { marginMeters: 0 }).relation === 'inside',
    );
}
