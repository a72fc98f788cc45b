import { localScale } from '#domain/geo/distance';
import { BOUNDARY_TOLERANCE_METERS } from '#domain/geo/polygon';
import {
  type BoundarySheet,
  firstChainOf,
  SHEET_BITS,
  SHEET_MASK,
} from '#domain/hazard/boundary-layout';
import {
  type BoundaryPoint,
  findNearestBoundary,
  isInsideByParity,
} from '#domain/hazard/zone-boundary';
import type { ZoneIndex } from '#domain/hazard/zone-index';

/** Somewhat beyond the ends of an edge, so that no rounding lets a piece slip through at a corner. */
const SLACK = 1e-9;

/** Two lines at a greater angle than this (0.6°) are within 1 mm of each other for 20 cm at most. */
const ALONG_SINE_SQUARED = 1e-4;

/** Somewhere to write for a question that only asks whether. */
const ON_BOUNDARY: BoundaryPoint = { distanceMeters: 0, lng: 0, lat: 0 };

/**
 * Where a straight piece of road lies inside a zone: parts from 0 to 1, two numbers each, appended to
 * `parts`. The boundary, and what is nearer than 1 mm to it, belongs to the zone, so a road that runs on
 * it is inside.
 *
 * The piece is cut where it meets the boundary, and places within each cut tell whether it is inside: a
 * cut too many does no harm.
 */
export function findPartsInZone(
  index: ZoneIndex,
  zone: number,
  fromLng: number,
  fromLat: number,
  toLng: number,
  toLat: number,
  parts: number[],
): void {
  const cuts = [0, 1];
  const sheet = index.sheets[zone >> SHEET_BITS]!;
  const endChain = firstChainOf(sheet, (zone & SHEET_MASK) + 1);
  let mayRunAlong = false;
  for (let chain = firstChainOf(sheet, zone & SHEET_MASK); chain < endChain; chain += 1)
    if (cutAtChain(sheet, chain, fromLng, fromLat, toLng, toLat, cuts)) mayRunAlong = true;
  if (cuts.length > 2) cuts.sort((a, b) => a - b);
  for (let cut = 1; cut < cuts.length; cut += 1) {
    const from = cuts[cut - 1]!;
    const to = cuts[cut]!;
    if (to === from) continue;
    const middleLng = fromLng + ((from + to) / 2) * (toLng - fromLng);
    const middleLat = fromLat + ((from + to) / 2) * (toLat - fromLat);
    if (
      !isInsideByParity(index, zone, middleLng, middleLat) &&
      !(mayRunAlong && runsOnBoundary(index, zone, fromLng, fromLat, toLng, toLat, from, to))
    )
      continue;
    if (parts.length > 0 && parts.at(-1) === from) parts[parts.length - 1] = to;
    else parts.push(from, to);
  }
}

/** At three places: a road that only touches a corner with its middle does not run on the boundary. */
function runsOnBoundary(
  index: ZoneIndex,
  zone: number,
  fromLng: number,
  fromLat: number,
  toLng: number,
  toLat: number,
  from: number,
  to: number,
): boolean {
  const scale = localScale(fromLat);
  return [0.5, 0.01, 0.99].every((place) => {
    const part = from + place * (to - from);
    const lng = fromLng + part * (toLng - fromLng);
    const lat = fromLat + part * (toLat - fromLat);
    return findNearestBoundary(
      index,
      zone,
      lng,
      lat,
      scale,
      BOUNDARY_TOLERANCE_METERS,
      ON_BOUNDARY,
    );
  });
}

/** Adds where a piece meets a chain; says whether it runs nearly along an edge of it. */
function cutAtChain(
  { chainBoxes, chainFirstVertex, coordinates }: BoundarySheet,
  chain: number,
  fromLng: number,
  fromLat: number,
  toLng: number,
  toLat: number,
  cuts: number[],
): boolean {
  const box = 4 * chain;
  const isPassedBy =
    Math.max(fromLng, toLng) < chainBoxes[box]! ||
    Math.max(fromLat, toLat) < chainBoxes[box + 1]! ||
    Math.min(fromLng, toLng) > chainBoxes[box + 2]! ||
    Math.min(fromLat, toLat) > chainBoxes[box + 3]!;
  if (isPassedBy) return false;
  let mayRunAlong = false;
  const pieceLng = toLng - fromLng;
  const pieceLat = toLat - fromLat;
  const alongLimit = ALONG_SINE_SQUARED * (pieceLng * pieceLng + pieceLat * pieceLat);
  const last = 2 * chainFirstVertex[chain + 1]! - 2;
  for (let vertex = 2 * chainFirstVertex[chain]! + 2; vertex <= last; vertex += 2) {
    const startLng = coordinates[vertex - 2]!;
    const startLat = coordinates[vertex - 1]!;
    const edgeLng = coordinates[vertex]! - startLng;
    const edgeLat = coordinates[vertex + 1]! - startLat;
    const denominator = pieceLng * edgeLat - pieceLat * edgeLng;
    if (denominator * denominator <= alongLimit * (edgeLng * edgeLng + edgeLat * edgeLat))
      mayRunAlong = true;
    if (denominator === 0) continue;
    const gapLng = startLng - fromLng;
    const gapLat = startLat - fromLat;
    const partOfEdge = (gapLng * pieceLat - gapLat * pieceLng) / denominator;
    if (partOfEdge < -SLACK || partOfEdge > 1 + SLACK) continue;
    const partOfPiece = (gapLng * edgeLat - gapLat * edgeLng) / denominator;
    if (partOfPiece > 0 && partOfPiece < 1) cuts.push(partOfPiece);
  }
  return mayRunAlong;
}
