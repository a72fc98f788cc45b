import { FIELD_CELL_METERS } from './field.ts';

export interface NearestCells {
  /** For each cell the nearest marked one; −1 where none is marked. */
  readonly nearest: Int32Array;
  readonly meters: Float32Array;
}

/** Nearest marked cell of a small raster for every cell (two sweeps after Danielsson 1980). */
export function nearestCells(isMarked: Uint8Array, columns: number, rows: number): NearestCells {
  const nearest = new Int32Array(isMarked.length).fill(-1);
  /** Squared distance in cells. */
  const apart = new Int32Array(isMarked.length).fill(0x7fffffff);
  for (let at = 0; at < isMarked.length; at += 1)
    if (isMarked[at] === 1) {
      nearest[at] = at;
      apart[at] = 0;
    }
  const look = (column: number, row: number, dc: number, dr: number) => {
    const c = column + dc;
    const r = row + dr;
    if (c < 0 || r < 0 || c >= columns || r >= rows) return;
    const marked = nearest[r * columns + c]!;
    if (marked < 0) return;
    const at = row * columns + column;
    const across = (marked % columns) - column;
    const along = ((marked / columns) | 0) - row;
    const squared = across * across + along * along;
    if (squared >= apart[at]!) return;
    apart[at] = squared;
    nearest[at] = marked;
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      look(column, row, -1, 0);
      look(column, row, 0, -1);
      look(column, row, -1, -1);
      look(column, row, 1, -1);
    }
    for (let column = columns - 2; column >= 0; column -= 1) look(column, row, 1, 0);
  }
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      look(column, row, 1, 0);
      look(column, row, 0, 1);
      look(column, row, 1, 1);
      look(column, row, -1, 1);
    }
    for (let column = 1; column < columns; column += 1) look(column, row, -1, 0);
  }
  return {
    nearest,
    meters: Float32Array.from(apart, (squared) => FIELD_CELL_METERS * Math.sqrt(squared)),
  };
}
