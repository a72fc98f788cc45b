/** Millimetres on paper. */
export type PaperPoint = readonly [x: number, y: number];

export interface PaperBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pieces of a line that lie inside of a box (Liang and Barsky, 1984, edge by edge). */
export function clipLine(line: readonly PaperPoint[], box: PaperBox): PaperPoint[][] {
  const pieces: PaperPoint[][] = [];
  let piece: PaperPoint[] = [];
  for (let index = 1; index < line.length; index++) {
    const inside = clipEdge(line[index - 1]!, line[index]!, box);
    if (inside === null) continue;
    const [start, end] = inside;
    const last = piece.at(-1);
    if (last === undefined || last[0] !== start[0] || last[1] !== start[1]) {
      piece = [start];
      pieces.push(piece);
    }
    piece.push(end);
  }
  return pieces;
}

function clipEdge(
  a: PaperPoint,
  b: PaperPoint,
  box: PaperBox,
): readonly [PaperPoint, PaperPoint] | null {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  let from = 0;
  let to = 1;
  // Of each side: how fast the edge goes out over it, and how far its start lies inside.
  const sides = [
    [-dx, a[0] - box.left],
    [dx, box.right - a[0]],
    [-dy, a[1] - box.top],
    [dy, box.bottom - a[1]],
  ] as const;
  for (const [outward, inside] of sides) {
    if (outward === 0) {
      if (inside < 0) return null;
    } else if (outward < 0) from = Math.max(from, inside / outward);
    else to = Math.min(to, inside / outward);
  }
  if (from > to) return null;
  const at = (part: number): PaperPoint => [a[0] + part * dx, a[1] + part * dy];
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)];
}

/**
 * A ring without what lies outside of a box (Sutherland and Hodgman, 1974); empty where nothing is left. Parts
 * may hang together along the edge of the box, which lies outside of the paper.
 */
export function clipRing(ring: readonly PaperPoint[], box: PaperBox): PaperPoint[] {
  let points: PaperPoint[] = [...ring];
  for (const [axis, limit, sign] of [
    [0, box.left, 1],
    [0, box.right, -1],
    [1, box.top, 1],
    [1, box.bottom, -1],
  ] as const) {
    const before = points;
    points = [];
    for (let index = 0; index < before.length; index++) {
      const a = before[(index + before.length - 1) % before.length]!;
      const b = before[index]!;
      const aInside = (a[axis] - limit) * sign >= 0;
      const bInside = (b[axis] - limit) * sign >= 0;
      if (aInside !== bInside) {
        const part = (limit - a[axis]) / (b[axis] - a[axis]);
        points.push([a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])]);
      }
      if (bInside) points.push(b);
    }
  }
  return points;
}

/** Leaves out points nearer than a distance to the one kept before; both ends stay. */
export function thinOut(line: readonly PaperPoint[], leastMm: number): PaperPoint[] {
  const kept: PaperPoint[] = [];
  for (const [index, point] of line.entries()) {
    const last = kept.at(-1);
    const isEnd = index === 0 || index === line.length - 1;
    if (
      isEnd ||
      last === undefined ||
      Math.hypot(point[0] - last[0], point[1] - last[1]) >= leastMm
    )
      kept.push(point);
  }
  return kept;
}
