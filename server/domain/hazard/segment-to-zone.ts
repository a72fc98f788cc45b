import type { LocalScale } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { crossingPart, nearestPart } from '#domain/geo/segment';
import { type BoundarySheet, firstChainOf, SHEET_BITS, SHEET_MASK } from './boundary-layout.ts';
import type { BoundaryPoint } from './zone-boundary.ts';
import type { ZoneIndex } from './zone-index.ts';

/**
 * Finds the place on the zone's boundary that comes nearest to a segment, if it is not farther than
 * `limitMeters`: then `found` is filled, with the crossing and 0 metres where the segment crosses the
 * boundary. `from` and `to` may be the same position.
 */
export function findNearestToSegment(
  index: ZoneIndex,
  zone: number,
  from: Position,
  to: Position,
  scale: LocalScale,
  limitMeters: number,
  found: BoundaryPoint,
): void {
  const sheet = index.sheets[zone >> SHEET_BITS]!;
  const { chainFirstVertex, coordinates } = sheet;
  const { metersPerDegreeLng, metersPerDegreeLat } = scale;
  const [originLng, originLat] = from;
  const segmentEast = (to[0] - originLng) * metersPerDegreeLng;
  const segmentNorth = (to[1] - originLat) * metersPerDegreeLat;
  let nearestMeters = limitMeters;
  const endChain = firstChainOf(sheet, (zone & SHEET_MASK) + 1);
  for (let chain = firstChainOf(sheet, zone & SHEET_MASK); chain < endChain; chain += 1) {
    if (boxGapMeters(sheet, chain, from, to, scale) > nearestMeters) continue;
    const first = 2 * chainFirstVertex[chain]!;
    const last = 2 * chainFirstVertex[chain + 1]! - 2;
    // In metres east and north of the start of the segment.
    let startEast = (coordinates[first]! - originLng) * metersPerDegreeLng;
    let startNorth = (coordinates[first + 1]! - originLat) * metersPerDegreeLat;
    for (let vertex = first + 2; vertex <= last; vertex += 2) {
      const endEast = (coordinates[vertex]! - originLng) * metersPerDegreeLng;
      const endNorth = (coordinates[vertex + 1]! - originLat) * metersPerDegreeLat;
      const part = nearestPartOfEdge(
        startEast,
        startNorth,
        endEast,
        endNorth,
        segmentEast,
        segmentNorth,
      );
      const east = startEast + part * (endEast - startEast);
      const north = startNorth + part * (endNorth - startNorth);
      const meters = metersToSegment(east, north, segmentEast, segmentNorth);
      if (meters <= nearestMeters) {
        nearestMeters = meters;
        found.distanceMeters = meters;
        found.lng = originLng + east / metersPerDegreeLng;
        found.lat = originLat + north / metersPerDegreeLat;
      }
      startEast = endEast;
      startNorth = endNorth;
    }
  }
}

/** How far along an edge its place nearest to the segment origin → s lies: a crossing, or by an end of either. */
function nearestPartOfEdge(
  startEast: number,
  startNorth: number,
  endEast: number,
  endNorth: number,
  segmentEast: number,
  segmentNorth: number,
): number {
  const crossing = crossingPart(
    startEast,
    startNorth,
    endEast,
    endNorth,
    0,
    0,
    segmentEast,
    segmentNorth,
  );
  if (crossing !== null) return crossing;
  let bestPart = 0;
  let bestMeters = metersToSegment(startEast, startNorth, segmentEast, segmentNorth);
  const consider = (part: number) => {
    const east = startEast + part * (endEast - startEast);
    const north = startNorth + part * (endNorth - startNorth);
    const meters = metersToSegment(east, north, segmentEast, segmentNorth);
    if (meters >= bestMeters) return;
    bestPart = part;
    bestMeters = meters;
  };
  consider(1);
  consider(nearestPart(0, 0, startEast, startNorth, endEast, endNorth));
  consider(nearestPart(segmentEast, segmentNorth, startEast, startNorth, endEast, endNorth));
  return bestPart;
}

function metersToSegment(
  east: number,
  north: number,
  segmentEast: number,
  segmentNorth: number,
): number {
  const part = nearestPart(east, north, 0, 0, segmentEast, segmentNorth);
  const gapEast = east - part * segmentEast;
  const gapNorth = north - part * segmentNorth;
  return Math.sqrt(gapEast * gapEast + gapNorth * gapNorth);
}

/** Metres between the box of a chain and that of the segment: their contents are no nearer. */
function boxGapMeters(
  { chainBoxes }: BoundarySheet,
  chain: number,
  from: Position,
  to: Position,
  scale: LocalScale,
): number {
  const box = 4 * chain;
  const west = Math.min(from[0], to[0]);
  const east = Math.max(from[0], to[0]);
  const south = Math.min(from[1], to[1]);
  const north = Math.max(from[1], to[1]);
  const gapEast =
    Math.max(chainBoxes[box]! - east, west - chainBoxes[box + 2]!, 0) * scale.metersPerDegreeLng;
  const gapNorth =
    Math.max(chainBoxes[box + 1]! - north, south - chainBoxes[box + 3]!, 0) *
    scale.metersPerDegreeLat;
  return Math.sqrt(gapEast * gapEast + gapNorth * gapNorth);
}
