import type { Place } from '../frame.ts';

/** A raster of values with its place: `values[r·columns + c]` stands at (west + c·cell, south + r·cell). */
export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly cellMeters: number;
  readonly west: number;
  readonly south: number;
  readonly values: Float32Array;
}

/**
 * Rings around the area where values exceed `level` (marching squares, edges interpolated): not
 * closed, the area on their left, so outer rings run counter-clockwise and holes clockwise. What
 * lies beyond the raster counts as below the level. No two rings touch. `cells` are those that the edge
 * may run through (by their south-west corner), where they are known.
 */
export function contourRings(
  raster: Raster,
  level: number,
  cells: Iterable<readonly [column: number, row: number]> = allCells(raster),
): Place[][] {
  const { columns, rows, cellMeters, west, south, values } = raster;
  const valueAt = (c: number, r: number) => {
    if (c < 0 || r < 0 || c >= columns || r >= rows) return -1e-3;
    const value = values[r * columns + c]! - level;
    // Nothing lies exactly on the edge: rings would touch there.
    return value === 0 ? -1e-6 : value;
  };
  // Edges of the lattice by number: 2·node for the one to the east, 2·node + 1 to the north.
  const wide = columns + 2;
  const edgeNumber = (c: number, r: number, isNorth: number) =>
    2 * ((r + 1) * wide + c + 1) + isNorth;
  const next = new Map<number, number>();
  for (const [c, r] of cells) {
    const sw = valueAt(c, r);
    const se = valueAt(c + 1, r);
    const ne = valueAt(c + 1, r + 1);
    const nw = valueAt(c, r + 1);
    const mask = (sw > 0 ? 1 : 0) | (se > 0 ? 2 : 0) | (ne > 0 ? 4 : 0) | (nw > 0 ? 8 : 0);
    if (mask === 0 || mask === 15) continue;
    const sides = [
      edgeNumber(c, r, 0),
      edgeNumber(c + 1, r, 1),
      edgeNumber(c, r + 1, 0),
      edgeNumber(c, r, 1),
    ];
    for (const [from, to] of piecesOf(mask, sw + se + ne + nw)) next.set(sides[from]!, sides[to]!);
  }
  const placeOf = (edge: number): Place => {
    const isNorth = edge % 2;
    const node = (edge - isNorth) / 2;
    const c = (node % wide) - 1;
    const r = Math.floor(node / wide) - 1;
    const a = valueAt(c, r);
    const b = isNorth ? valueAt(c, r + 1) : valueAt(c + 1, r);
    const t = Math.min(0.999, Math.max(0.001, a / (a - b)));
    return {
      x: west + (c + (isNorth ? 0 : t)) * cellMeters,
      y: south + (r + (isNorth ? t : 0)) * cellMeters,
    };
  };
  const rings: Place[][] = [];
  for (const start of [...next.keys()]) {
    const ring: Place[] = [];
    // Each edge is left once; taking it off the map keeps its ring from being walked again.
    for (
      let edge = next.get(start), from = start;
      edge !== undefined;
      from = edge, edge = next.get(edge)
    ) {
      next.delete(from);
      ring.push(placeOf(edge));
    }
    if (ring.length >= 3) rings.push(ring);
  }
  return rings;
}

/** Pieces of outline in a cell as [from, to] sides (0 south, 1 east, 2 north, 3 west), the area on the left. */
function piecesOf(mask: number, sum: number): readonly (readonly [number, number])[] {
  if (mask === 5) return sum > 0 ? SADDLES.joined5 : SADDLES.parted5;
  if (mask === 10) return sum > 0 ? SADDLES.joined10 : SADDLES.parted10;
  return PIECES[mask] ?? [];
}

const PIECES: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [[0, 3]],
  2: [[1, 0]],
  3: [[1, 3]],
  4: [[2, 1]],
  6: [[2, 0]],
  7: [[2, 3]],
  8: [[3, 2]],
  9: [[0, 2]],
  11: [[1, 2]],
  12: [[3, 1]],
  13: [[0, 1]],
  14: [[3, 0]],
};
const SADDLES = {
  parted5: [
    [0, 3],
    [2, 1],
  ],
  joined5: [
    [0, 1],
    [2, 3],
  ],
  parted10: [
    [1, 0],
    [3, 2],
  ],
  joined10: [
    [1, 2],
    [3, 0],
  ],
} as const;

function* allCells({ columns, rows }: Raster): Generator<readonly [number, number]> {
  for (let row = -1; row < rows; row += 1)
    for (let column = -1; column < columns; column += 1) yield [column, row];
}
