import type { KnownPosition } from './assert-place.ts';
import type { Relation } from './relation.ts';

/** Up to this radius a position taken from a building or set by hand names one house. */
export const PRECISE_RADIUS_METERS = 25;

/**
 * Whether a position names one house, so that its point stands for it. Otherwise only its circle of
 * uncertainty does: block and town always, building and manual when they say to be off by more than 25 m.
 */
function isPrecise(located: KnownPosition): boolean {
  return (
    (located.accuracy === 'building' || located.accuracy === 'manual') &&
    located.radiusMeters <= PRECISE_RADIUS_METERS
  );
}

/**
 * The table of the check, for a place that has a position.
 *
 * | position  | inside, boundary included                   | outside, within radius + margin | farther |
 * |-----------|---------------------------------------------|---------------------------------|---------|
 * | precise   | inside                                      | near                            | outside |
 * | otherwise | inside if the whole circle is, else undetermined | undetermined               | outside |
 *
 * `signedDistanceMeters` is to the boundary of the zone, negative inside.
 */
export function relationOfPoint(
  signedDistanceMeters: number,
  located: KnownPosition,
  marginMeters: number,
): Relation {
  const { radiusMeters } = located;
  const withinReach = signedDistanceMeters <= radiusMeters + marginMeters;
  if (isPrecise(located))
    return signedDistanceMeters <= 0 ? 'inside' : withinReach ? 'near' : 'outside';
  const wholeCircleInside = signedDistanceMeters <= -radiusMeters;
  return wholeCircleInside ? 'inside' : withinReach ? 'undetermined' : 'outside';
}

/** Lines and areas are drawn, so they are taken as exact: inside as soon as a part of them is. */
export function relationOfShape(signedDistanceMeters: number, marginMeters: number): Relation {
  if (signedDistanceMeters <= 0) return 'inside';
  return signedDistanceMeters <= marginMeters ? 'near' : 'outside';
}
