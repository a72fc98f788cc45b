/**
 * How much each vertex of a ring matters: the greatest tolerance at which Douglas–Peucker keeps it, in
 * the units of the coordinates. Computed once, so that a tile of any zoom drops vertices by one
 * comparison each. The first vertex and the one farthest from it are always kept.
 *
 * `coordinates` holds x, y in pairs; the ring is the vertices `first` to `end - 1`, without the closing
 * one. `importance` has one place for each vertex of `coordinates`.
 */
export function rateRing(
  coordinates: Uint32Array,
  first: number,
  end: number,
  importance: Float32Array,
): void {
  importance[first] = Infinity;
  if (end - first < 2) return;
  const opposite = farthestFrom(coordinates, first, end);
  importance[opposite] = Infinity;
  // Twice round: from the first vertex to the opposite one, and on to the first again.
  rateSpan(coordinates, first, opposite, opposite, importance);
  rateSpan(coordinates, opposite, end, first, importance);
}

function farthestFrom(coordinates: Uint32Array, first: number, end: number): number {
  const x = coordinates[2 * first]!;
  const y = coordinates[2 * first + 1]!;
  let farthest = first + 1;
  let greatest = -1;
  for (let vertex = first + 1; vertex < end; vertex += 1) {
    const square = (coordinates[2 * vertex]! - x) ** 2 + (coordinates[2 * vertex + 1]! - y) ** 2;
    if (square > greatest) [farthest, greatest] = [vertex, square];
  }
  return farthest;
}

const stack: number[] = [];

/** Rates the vertices between `from` and `to`; the chord of the whole span ends at `lastVertex`. */
function rateSpan(
  coordinates: Uint32Array,
  from: number,
  to: number,
  lastVertex: number,
  importance: Float32Array,
): void {
  stack.length = 0;
  stack.push(from, to, Infinity);
  while (stack.length > 0) {
    const limit = stack.pop()!;
    const end = stack.pop()!;
    const start = stack.pop()!;
    if (end - start < 2) continue;
    const endVertex = end === to ? lastVertex : end;
    const ax = coordinates[2 * start]!;
    const ay = coordinates[2 * start + 1]!;
    const bx = coordinates[2 * endVertex]!;
    const by = coordinates[2 * endVertex + 1]!;
    let middle = start + 1;
    let greatest = -1;
    for (let vertex = start + 1; vertex < end; vertex += 1) {
      const square = squareToSegment(
        coordinates[2 * vertex]!,
        coordinates[2 * vertex + 1]!,
        ax,
        ay,
        bx,
        by,
      );
      if (square > greatest) [middle, greatest] = [vertex, square];
    }
    // Never above that of the split it stands under: dropping is then the same in whatever order.
    const rating = Math.min(limit, Math.sqrt(greatest));
    importance[middle] = rating;
    stack.push(start, middle, rating, middle, end, rating);
  }
}

function squareToSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const part = Math.max(0, Math.min(along, 1));
  return (x - ax - part * dx) ** 2 + (y - ay - part * dy) ** 2;
}
