/**
 * Cuts a ring at one line parallel to an axis (Sutherland–Hodgman): keeps what lies at or beyond `edge`
 * when `sign` is 1, at or before it when it is -1. Works on pairs of numbers in `from` and writes them
 * to `to`, which must have room for twice as many; `axis` is 0 for x and 1 for y.
 *
 * Returns the number of vertices written. Parts of a concave ring stay joined along the line, which is
 * drawn beyond the edge of the tile.
 */
export function clipRing(
  from: Float64Array,
  vertexCount: number,
  axis: 0 | 1,
  edge: number,
  sign: 1 | -1,
  to: Float64Array,
): number {
  let written = 0;
  if (vertexCount === 0) return 0;
  let previousX = from[2 * (vertexCount - 1)]!;
  let previousY = from[2 * (vertexCount - 1) + 1]!;
  let previousInside = ((axis === 0 ? previousX : previousY) - edge) * sign >= 0;
  for (let vertex = 0; vertex < vertexCount; vertex += 1) {
    const x = from[2 * vertex]!;
    const y = from[2 * vertex + 1]!;
    const inside = ((axis === 0 ? x : y) - edge) * sign >= 0;
    if (inside !== previousInside) {
      const part =
        axis === 0 ? (edge - previousX) / (x - previousX) : (edge - previousY) / (y - previousY);
      to[2 * written] = axis === 0 ? edge : previousX + part * (x - previousX);
      to[2 * written + 1] = axis === 0 ? previousY + part * (y - previousY) : edge;
      written += 1;
    }
    if (inside) {
      to[2 * written] = x;
      to[2 * written + 1] = y;
      written += 1;
    }
    [previousX, previousY, previousInside] = [x, y, inside];
  }
  return written;
}
