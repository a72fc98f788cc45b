import { localScale } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import type { Turn } from './route.ts';

const DEGREES_PER_RADIAN = 180 / Math.PI;

type Line = readonly { readonly position: Position }[];

/** How one turns from a line into the next one, by the angle between its last and the other's first piece. */
export function turnBetween(before: Line, after: Line): Turn {
  const from = headingDegrees(before.at(-2)?.position, before.at(-1)?.position);
  const to = headingDegrees(after[0]?.position, after[1]?.position);
  if (from === null || to === null) return 'straight';
  const right = ((to - from + 540) % 360) - 180;
  const size = Math.abs(right);
  if (size < 20) return 'straight';
  if (size > 165) return 'back';
  const side = right > 0 ? 'right' : 'left';
  if (size < 50) return `slight-${side}`;
  return size <= 120 ? side : `sharp-${side}`;
}

/** Clockwise from north; null between two places that are one. */
function headingDegrees(from: Position | undefined, to: Position | undefined): number | null {
  if (from === undefined || to === undefined) return null;
  const scale = localScale(from[1]);
  const east = (to[0] - from[0]) * scale.metersPerDegreeLng;
  const north = (to[1] - from[1]) * scale.metersPerDegreeLat;
  return east === 0 && north === 0 ? null : Math.atan2(east, north) * DEGREES_PER_RADIAN;
}
