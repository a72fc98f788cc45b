import areaOfGeometry from '@turf/area';
import buffer from '@turf/buffer';
import lengthOfFeature from '@turf/length';
import type { Scenario } from '#contract/scenario';
import type { Shape } from './draft.ts';

type Area = Scenario['geometry'];
type LngLat = [number, number];

/** About a centimetre: more digits than a hand can mean. */
const DECIMALS = 7;
/** Sides of a quarter circle. */
const BUFFER_STEPS = 16;
export const DEFAULT_BUFFER_METERS = 50;

/** The area that a drawing stands for; null where a point or a line has no buffer yet. */
export function areaOf(shape: Shape | null, bufferMeters: number): Area | null {
  if (shape === null) return null;
  if (!(bufferMeters > 0)) {
    if (shape.type === 'Polygon') return multiPolygon([shape.coordinates]);
    return shape.type === 'MultiPolygon' ? shape : null;
  }
  const grown = buffer(shape, bufferMeters, { units: 'meters', steps: BUFFER_STEPS })?.geometry;
  if (grown === undefined) return null;
  const polygons = grown.type === 'Polygon' ? [grown.coordinates] : grown.coordinates;
  return multiPolygon(
    polygons.map((polygon) =>
      polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => round([lng, lat]))),
    ),
  );
}

export function squareMetersOf(area: Area): number {
  return areaOfGeometry(area);
}

/** Metres of a line; null for any other shape. */
export function lineMetersOf(shape: Shape | null): number | null {
  if (shape?.type !== 'LineString') return null;
  return lengthOfFeature({ type: 'Feature', properties: {}, geometry: shape }, { units: 'meters' });
}

/** A shape with its coordinates rounded, as everybody who opens it will have it. */
export function rounded(shape: Shape): Shape {
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: round(shape.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: shape.coordinates.map(round) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(round)) };
    case 'MultiPolygon': {
      const [only, ...others] = shape.coordinates.map((polygon) =>
        polygon.map((ring) => ring.map(round)),
      );
      // One area is a polygon, whose vertices can be dragged.
      return only !== undefined && others.length === 0
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: only === undefined ? [] : [only, ...others] };
    }
  }
}

/** One position is a point, two are a line, more are an area. */
export function shapeOfPositions(positions: readonly LngLat[]): Shape | null {
  const [first, ...others] = positions.map(round);
  if (first === undefined) return null;
  if (others.length === 0) return { type: 'Point', coordinates: first };
  if (others.length === 1) return { type: 'LineString', coordinates: [first, ...others] };
  const last = others.at(-1);
  const isClosed = last?.[0] === first[0] && last[1] === first[1];
  const ring = isClosed ? [first, ...others] : [first, ...others, first];
  return ring.length < 4 ? null : { type: 'Polygon', coordinates: [ring] };
}

/**
 * Lines of `latitude, longitude` in any width; the number of the first line that is none, from 1, where
 * there is one.
 */
export function readPositions(
  text: string,
): { readonly positions: readonly LngLat[] } | { readonly badLine: number } {
  const positions: LngLat[] = [];
  for (const [place, line] of text.normalize('NFKC').split('\n').entries()) {
    if (line.trim() === '') continue;
    const parts = line
      .trim()
      .split(/[\s,、]+/)
      .map(Number);
    const [lat, lng] = parts;
    const isPlace =
      parts.length === 2 &&
      lat !== undefined &&
      lng !== undefined &&
      Math.abs(lat) <= 85 &&
      Math.abs(lng) <= 180;
    if (!isPlace) return { badLine: place + 1 };
    positions.push([lng, lat]);
  }
  return positions.length === 0 ? { badLine: 1 } : { positions };
}

function multiPolygon(coordinates: Area['coordinates']): Area {
  return { type: 'MultiPolygon', coordinates };
}

function round([lng, lat]: readonly [number, number]): LngLat {
  return [Number(lng.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}
