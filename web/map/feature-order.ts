import type { Geometry, Position } from 'geojson';
import type { Hit } from './hit.ts';

const RANK = { resident: 0, cluster: 1, shelter: 2, zone: 3 } as const;

/** The order in which the keyboard steps: people by tier, groups, shelters, zones; each from the north. */
export function inStepOrder(hits: readonly Hit[]): Hit[] {
  const tierOf = ({ feature }: Hit) => Number(feature.properties.tier ?? 0) || 99;
  return [...hits].sort(
    (one, other) =>
      RANK[one.kind] - RANK[other.kind] ||
      (one.kind === 'resident' ? tierOf(one) - tierOf(other) : 0) ||
      middleOf(other.feature.geometry)[1] - middleOf(one.feature.geometry)[1] ||
      middleOf(one.feature.geometry)[0] - middleOf(other.feature.geometry)[0],
  );
}

/** `[lng, lat]` in the middle of the box of a geometry. */
export function middleOf(geometry: Geometry): [number, number] {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  const widen = ([lng = 0, lat = 0]: Position) => {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  };
  const walk = (part: Geometry): void => {
    if (part.type === 'GeometryCollection') for (const child of part.geometries) walk(child);
    else if (part.type === 'Point') widen(part.coordinates);
    else if (part.type === 'MultiPoint' || part.type === 'LineString')
      part.coordinates.forEach(widen);
    else if (part.type === 'Polygon' || part.type === 'MultiLineString')
      part.coordinates.flat().forEach(widen);
    else part.coordinates.flat(2).forEach(widen);
  };
  walk(geometry);
  return [(box.west + box.east) / 2, (box.south + box.north) / 2];
}
