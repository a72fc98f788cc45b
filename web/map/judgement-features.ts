import type { Bbox, Position } from '#domain/geo/position';
import type { DrawnFeatures } from './style.ts';

/** Metres per degree of latitude on a sphere of 6,371 km. */
const METERS_PER_DEGREE = 111_195;
const CIRCLE_STEPS = 64;

export interface JudgedPlace {
  readonly position: Position | null;
  readonly radiusMeters: number | null;
  /** Nearest point of the gravest zone's boundary, with the words of the label. */
  readonly boundary: { readonly position: Position; readonly label: string } | null;
}

/** A position with its radius, and a line to the nearest boundary with its metres. */
export function judgementFeatures(place: JudgedPlace | null): DrawnFeatures {
  const features: DrawnFeatures['features'] = [];
  if (place?.position) {
    features.push({
      type: 'Feature',
      properties: { kind: 'place' },
      geometry: { type: 'Point', coordinates: [...place.position] },
    });
    if (place.radiusMeters !== null)
      features.push({
        type: 'Feature',
        properties: { kind: 'radius' },
        geometry: { type: 'Polygon', coordinates: [circle(place.position, place.radiusMeters)] },
      });
    if (place.boundary !== null) {
      features.push({
        type: 'Feature',
        properties: { kind: 'connector' },
        geometry: {
          type: 'LineString',
          coordinates: [[...place.position], [...place.boundary.position]],
        },
      });
      features.push({
        type: 'Feature',
        properties: { kind: 'boundary', label: place.boundary.label },
        geometry: { type: 'Point', coordinates: [...place.boundary.position] },
      });
    }
  }
  return { type: 'FeatureCollection', features };
}

/** `[west, south, east, north]` around a circle. */
export function circleBounds(center: Position, radiusMeters: number): Bbox {
  const ring = circle(center, radiusMeters);
  const lngs = ring.map(([lng = 0]) => lng);
  const lats = ring.map(([, lat = 0]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Ring around a centre; flat, which at the size of a town is off by less than a line's width. */
function circle([lng, lat]: Position, radiusMeters: number): number[][] {
  const latDegrees = radiusMeters / METERS_PER_DEGREE;
  const lngDegrees = latDegrees / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CIRCLE_STEPS + 1 }, (_, step) => {
    const angle = (step / CIRCLE_STEPS) * 2 * Math.PI;
    return [lng + Math.cos(angle) * lngDegrees, lat + Math.sin(angle) * latDegrees];
  });
}
