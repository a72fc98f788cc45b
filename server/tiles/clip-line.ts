/** A box; which way y grows does not matter. */
interface ClipBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/**
 * The parts of a line inside a box, as x, y pairs each (Liang–Barsky, piece by piece). A line that leaves
 * the box and comes back is two parts.
 */
export function clipLine(coordinates: ArrayLike<number>, box: ClipBox): number[][] {
  const parts: number[][] = [];
  let part: number[] | null = null;
  for (let at = 2; at < coordinates.length; at += 2) {
    const fromX = coordinates[at - 2]!;
    const fromY = coordinates[at - 1]!;
    const dx = coordinates[at]! - fromX;
    const dy = coordinates[at + 1]! - fromY;
    const inside = insideOf(fromX, fromY, dx, dy, box);
    if (inside === null) {
      part = null;
      continue;
    }
    const [enter, leave] = inside;
    if (part === null || enter > 0) {
      part = [fromX + enter * dx, fromY + enter * dy];
      parts.push(part);
    }
    part.push(fromX + leave * dx, fromY + leave * dy);
    if (leave < 1) part = null;
  }
  return parts;
}

/** From which part of a piece to which it is inside, from 0 to 1; null where it is nowhere. */
function insideOf(
  x: number,
  y: number,
  dx: number,
  dy: number,
  { west, north, east, south }: ClipBox,
): readonly [number, number] | null {
  let enter = 0;
  let leave = 1;
  const edges = [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - north],
    [dy, south - y],
  ] as const;
  for (const [towards, room] of edges) {
    if (towards === 0) {
      if (room < 0) return null;
      continue;
    }
    const part = room / towards;
    if (towards < 0) enter = Math.max(enter, part);
    else leave = Math.min(leave, part);
  }
  return enter <= leave ? [enter, leave] : null;
}
