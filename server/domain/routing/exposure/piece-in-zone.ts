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
  for (let chain = firstChainOf(sheet, zone & SHEET_MASK); chain < endChain; chain += 1)
    cutAtChain(sheet, chain, fromLng, fromLat, toLng, toLat, cuts);
  if (cuts.length > 2) cuts.sort((a, b) => a - b);
  const lngAt = (part: number) => fromLng + part * (toLng - fromLng);
  const latAt = (part: number) => fromLat + part * (toLat - fromLat);
  const scale = localScale(fromLat);
  // At three places: a road that only touches a corner with its middle does not run on the boundary.
  const isOnBoundary = (part: number) =>
    findNearestBoundary(
      index,
      zone,
      lngAt(part),
      latAt(part),
      scale,
      BOUNDARY_TOLERANCE_METERS,
      ON_BOUNDARY,
    );
  for (let cut = 1; cut < cuts.length; cut += 1) {
    const from = cuts[cut - 1]!;
    const to = cuts[cut]!;
    if (to === from) continue;
    if (
      !isInsideByParity(index, zone, lngAt((from + to) / 2), latAt((from + to) / 2)) &&
      ![0.5, 0.01, 0.99].every((part) => isOnBoundary(from + part * (to - from)))
    )
      continue;
    if (parts.length > 0 && parts.at(-1) === from) parts[parts.length - 1] = to;
    else parts.push(from, to);
  }
}

function cutAtChain(
  { chainBoxes, chainFirstVertex, coordinates }: BoundarySheet,
  chain: number,
  fromLng: number,
  fromLat: number,
  toLng: number,
  toLat: number,
  cuts: number[],
): void {
  const box = 4 * chain;
  const isPassedBy =
    Math.max(fromLng, toLng) < chainBoxes[box]! ||
    Math.max(fromLat, toLat) < chainBoxes[box + 1]! ||
    Math.min(fromLng, toLng) > chainBoxes[box + 2]! ||
    Math.min(fromLat, toLat) > chainBoxes[box + 3]!;
  if (isPassedBy) return;
  const pieceLng = toLng - fromLng;
  const pieceLat = toLat - fromLat;
  const last = 2 * chainFirstVertex[chain + 1]! - 2;
  for (let vertex = 2 * chainFirstVertex[chain]! + 2; vertex <= last; vertex += 2) {
    const startLng = coordinates[vertex - 2]!;
    const startLat = coordinates[vertex - 1]!;
    const edgeLng = coordinates[vertex]! - startLng;
    const edgeLat = coordinates[vertex + 1]! - startLat;
    const denominator = pieceLng * edgeLat - pieceLat * edgeLng;
    if (denominator === 0) continue;
    const gapLng = startLng - fromLng;
    const gapLat = startLat - fromLat;
    const partOfEdge = (gapLng * pieceLat - gapLat * pieceLng) / denominator;
    if (partOfEdge < -SLACK || partOfEdge > 1 + SLACK) continue;
    const partOfPiece = (gapLng * edgeLat - gapLat * edgeLng) / denominator;
    if (partOfPiece > 0 && partOfPiece < 1) cuts.push(partOfPiece);
  }
}
