import { FIELD_CELL_METERS } from './field.ts';

export interface NearestCells {
  /** For each cell the nearest marked one; −1 where none is marked. */
  readonly nearest: Int32Array;
  readonly meters: Float32Array;
}

/** Nearest marked cell of a small raster for every cell (two sweeps after Danielsson 1980). */
export function nearestCells(isMarked: Uint8Array, columns: number, rows: number): NearestCells {
  const nearest = new Int32Array(isMarked.length).fill(-1);
  const meters = new Float32Array(isMarked.length).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < isMarked.length; at += 1)
    if (isMarked[at] === 1) {
      nearest[at] = at;
      meters[at] = 0;
    }
  const look = (at: number, column: number, row: number, dc: number, dr: number) => {
    const c = column + dc;
    const r = row + dr;
    if (c < 0 || r < 0 || c >= columns || r >= rows) return;
    const marked = nearest[r * columns + c]!;
    if (marked < 0) return;
    const apart =
      FIELD_CELL_METERS *
      Math.hypot((marked % columns) - column, Math.floor(marked / columns) - row);
    if (apart < meters[at]!) {
      meters[at] = apart;
      nearest[at] = marked;
    }
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1)
      for (const [dc, dr] of BEFORE) look(row * columns + column, column, row, dc, dr);
    for (let column = columns - 1; column >= 0; column -= 1)
      look(row * columns + column, column, row, 1, 0);
  }
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1)
      for (const [dc, dr] of BEFORE) look(row * columns + column, column, row, -dc, -dr);
    for (let column = 0; column < columns; column += 1)
      look(row * columns + column, column, row, -1, 0);
  }
  return { nearest, meters };
}

const BEFORE = [
  [-1, 0],
  [0, -1],
  [-1, -1],
  [1, -1],
] as const;
