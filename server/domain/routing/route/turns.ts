import { localScale } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import type { Turn } from './route.ts';

const DEGREES_PER_RADIAN = 180 / Math.PI;

type Line = readonly { readonly position: Position }[];

/** How one turns from a line into the next one, by the angle between its last and the other's first piece. */
export function turnBetween(before: Line, after: Line): Turn {
  const [from, meets] = [before.at(-2)?.position, before.at(-1)?.position];
  const [leaves, to] = [after[0]?.position, after[1]?.position];
  if (from === undefined || meets === undefined || leaves === undefined || to === undefined)
    return 'straight';
  // Both pieces end here: one scale does for both.
  const { metersPerDegreeLng, metersPerDegreeLat } = localScale(meets[1]);
  const east = (meets[0] - from[0]) * metersPerDegreeLng;
  const north = (meets[1] - from[1]) * metersPerDegreeLat;
  const nextEast = (to[0] - leaves[0]) * metersPerDegreeLng;
  const nextNorth = (to[1] - leaves[1]) * metersPerDegreeLat;
  // Clockwise; nought where one of the pieces has no length.
  const right =
    Math.atan2(north * nextEast - east * nextNorth, east * nextEast + north * nextNorth) *
    DEGREES_PER_RADIAN;
  const size = Math.abs(right);
  if (size < 20) return 'straight';
  if (size > 165) return 'back';
  const side = right > 0 ? 'right' : 'left';
  if (size < 50) return `slight-${side}`;
  return size <= 120 ? side : `sharp-${side}`;
}
