import { bboxOf } from '#domain/geo/bbox';
import { type LocalScale, localScale } from '#domain/geo/distance';
import { BOUNDARY_TOLERANCE_METERS, isInsidePolygon } from '#domain/geo/polygon';
import type { Position } from '#domain/geo/position';
import { firstChainOf, SHEET_BITS, SHEET_MASK } from './boundary-layout.ts';
import { isInsideZone } from './point-to-zone.ts';
import { findNearestToSegment } from './segment-to-zone.ts';
import type { BoundaryPoint } from './zone-boundary.ts';
import { findZonesInBox, type ZoneIndex } from './zone-index.ts';

/** A line, or the rings of an area: the outer one, then its holes. */
export interface Shape {
  readonly kind: 'line' | 'area';
  readonly paths: readonly (readonly Position[])[];
}

/** How a shape lies to one zone. */
export interface ShapeToZone {
  readonly zone: number;
  /** 0 where the shape meets the boundary, else negative inside. */
  readonly signedDistanceMeters: number;
  readonly nearest: BoundaryPoint;
}

interface Nearest extends BoundaryPoint {
  /** Of the first place of the shape that was looked at: where no boundary is met, of all of it. */
  readonly startsInside: boolean;
}

/**
 * Measures a shape against every zone that it meets, lies in or comes within `reachMeters` of. Each
 * segment of the shape is measured in the plane at its own middle latitude.
 */
export function measureShape(
  index: ZoneIndex,
  shape: Shape,
  reachMeters: number,
): readonly ShapeToZone[] {
  const nearestByZone = new Map<number, Nearest>();
  for (const path of shape.paths)
    for (const [from, to] of segmentsOf(path))
      measureSegment(index, from, to, reachMeters, nearestByZone);
  if (shape.kind === 'area') addSurroundedZones(index, shape.paths, nearestByZone);
  return [...nearestByZone]
    .filter(([, nearest]) => nearest.distanceMeters < Infinity)
    .map(([zone, nearest]) => ({ zone, signedDistanceMeters: signed(nearest), nearest }));
}

function signed({ distanceMeters, startsInside }: Nearest): number {
  if (distanceMeters <= BOUNDARY_TOLERANCE_METERS) return 0;
  return startsInside ? -distanceMeters : distanceMeters;
}

function* segmentsOf(path: readonly Position[]): Generator<readonly [Position, Position]> {
  const [first] = path;
  if (first !== undefined && path.length === 1) yield [first, first];
  for (let end = 1; end < path.length; end += 1) yield [path[end - 1]!, path[end]!];
}

function measureSegment(
  index: ZoneIndex,
  from: Position,
  to: Position,
  reachMeters: number,
  nearestByZone: Map<number, Nearest>,
): void {
  const scale = localScale((from[1] + to[1]) / 2);
  for (const zone of findZonesAlong(index, from, to, scale, reachMeters)) {
    let nearest = nearestByZone.get(zone);
    if (nearest === undefined) {
      const startsInside = isInsideZone(index, zone, from[0], from[1], scale);
      nearest = { startsInside, distanceMeters: Infinity, lng: from[0], lat: from[1] };
      nearestByZone.set(zone, nearest);
    }
    const limitMeters = nearest.startsInside
      ? nearest.distanceMeters
      : Math.min(nearest.distanceMeters, Math.max(reachMeters, BOUNDARY_TOLERANCE_METERS));
    findNearestToSegment(index, zone, from, to, scale, limitMeters, nearest);
  }
}

function findZonesAlong(
  index: ZoneIndex,
  from: Position,
  to: Position,
  scale: LocalScale,
  reachMeters: number,
): readonly number[] {
  const meters = Math.max(reachMeters, BOUNDARY_TOLERANCE_METERS);
  const east = meters / scale.metersPerDegreeLng;
  const north = meters / scale.metersPerDegreeLat;
  return findZonesInBox(
    index,
    Math.min(from[0], to[0]) - east,
    Math.min(from[1], to[1]) - north,
    Math.max(from[0], to[0]) + east,
    Math.max(from[1], to[1]) + north,
  );
}

/** A zone of which a vertex lies in the area meets it there, whether the area's boundary does or not. */
function addSurroundedZones(
  index: ZoneIndex,
  rings: Shape['paths'],
  nearestByZone: Map<number, Nearest>,
): void {
  const box = bboxOf(rings[0] ?? []);
  for (const zone of findZonesInBox(index, ...box)) {
    const known = nearestByZone.get(zone);
    if (known !== undefined && signed(known) === 0) continue;
    const vertex = findVertexInside(index, zone, rings);
    if (vertex === null) continue;
    const [lng, lat] = vertex;
    nearestByZone.set(zone, { startsInside: true, distanceMeters: 0, lng, lat });
  }
}

/** One vertex of each chain is enough: a boundary that is not met lies wholly on one side of it. */
function findVertexInside(index: ZoneIndex, zone: number, rings: Shape['paths']): Position | null {
  const sheet = index.sheets[zone >> SHEET_BITS]!;
  const { chainFirstVertex, coordinates } = sheet;
  const endChain = firstChainOf(sheet, (zone & SHEET_MASK) + 1);
  for (let chain = firstChainOf(sheet, zone & SHEET_MASK); chain < endChain; chain += 1) {
    const vertex = 2 * chainFirstVertex[chain]!;
    const position: Position = [coordinates[vertex]!, coordinates[vertex + 1]!];
    if (isInsidePolygon(rings, position)) return position;
  }
  return null;
}
