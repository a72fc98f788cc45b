/**
 * A raster over the city's plane: row 0 is the south, column 0 the west; the middle of cell (c, r) lies
 * at ((c + ½)·cell, (r + ½)·cell) metres from the south-west corner.
 */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cellMeters: number;
}

/** The eight neighbours, straight ones first; `STEP_LENGTHS` in cells. */
export const STEP_COLUMNS = [1, 0, -1, 0, 1, -1, -1, 1] as const;
export const STEP_ROWS = [0, 1, 0, -1, 1, 1, -1, -1] as const;
export const STEP_LENGTHS = [1, 1, 1, 1, Math.SQRT2, Math.SQRT2, Math.SQRT2, Math.SQRT2] as const;

export function cellCount(grid: Grid): number {
  return grid.columns * grid.rows;
}

/** The cell that a place in metres lies in, held inside the raster. */
export function cellAt(grid: Grid, x: number, y: number): number {
  const column = Math.min(grid.columns - 1, Math.max(0, Math.floor(x / grid.cellMeters)));
  const row = Math.min(grid.rows - 1, Math.max(0, Math.floor(y / grid.cellMeters)));
  return row * grid.columns + column;
}

export function cellX(grid: Grid, cell: number): number {
  return ((cell % grid.columns) + 0.5) * grid.cellMeters;
}

export function cellY(grid: Grid, cell: number): number {
  return (Math.floor(cell / grid.columns) + 0.5) * grid.cellMeters;
}

/** Bilinear value at a place in metres; beyond the outermost cell middles the edge value holds. */
export function sample(grid: Grid, values: Float32Array, x: number, y: number): number {
  const { columns, rows, cellMeters } = grid;
  const column = Math.min(columns - 1.000001, Math.max(0, x / cellMeters - 0.5));
  const row = Math.min(rows - 1.000001, Math.max(0, y / cellMeters - 0.5));
  const c = Math.floor(column);
  const r = Math.floor(row);
  const u = column - c;
  const v = row - r;
  const at = r * columns + c;
  return (
    (1 - v) * ((1 - u) * values[at]! + u * values[at + 1]!) +
    v * ((1 - u) * values[at + columns]! + u * values[at + columns + 1]!)
  );
}

/** The same field on a raster of half the cell size. */
export function refined(grid: Grid, values: Float32Array): { grid: Grid; values: Float32Array } {
  const fine: Grid = {
    columns: grid.columns * 2,
    rows: grid.rows * 2,
    cellMeters: grid.cellMeters / 2,
  };
  const result = new Float32Array(cellCount(fine));
  for (let cell = 0; cell < result.length; cell += 1)
    result[cell] = sample(grid, values, cellX(fine, cell), cellY(fine, cell));
  return { grid: fine, values: result };
}

/** Visits the cells next to one: `visit(neighbour, direction)`. */
export function eachNeighbour(
  grid: Grid,
  cell: number,
  visit: (neighbour: number, direction: number) => void,
): void {
  const column = cell % grid.columns;
  const row = (cell - column) / grid.columns;
  for (let direction = 0; direction < 8; direction += 1) {
    const c = column + STEP_COLUMNS[direction]!;
    const r = row + STEP_ROWS[direction]!;
    if (c >= 0 && r >= 0 && c < grid.columns && r < grid.rows)
      visit(r * grid.columns + c, direction);
  }
}
