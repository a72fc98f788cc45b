import type { Place } from '../frame.ts';

/** Cells of the finer raster that zones are drawn on. */
export const FIELD_CELL_METERS = 5;

/**
 * A small raster of a zone's surroundings: values above 0 lie in the zone and fall to 0 at its edge.
 * Its cells lie on one lattice for the whole city; `values[r·columns + c]` stands at
 * ((column + c)·5, (row + r)·5) metres.
 */
export interface Field {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/** A field of a value over the square of `reachMeters` about a place. */
export function fieldAround(
  { x, y }: Place,
  reachMeters: number,
  value: (x: number, y: number) => number,
): Field {
  const reach = Math.ceil(reachMeters / FIELD_CELL_METERS);
  const column = Math.round(x / FIELD_CELL_METERS) - reach;
  const row = Math.round(y / FIELD_CELL_METERS) - reach;
  const side = 2 * reach + 1;
  const field = { column, row, columns: side, rows: side, values: new Float32Array(side * side) };
  for (let at = 0; at < field.values.length; at += 1) {
    const place = placeOf(field, at);
    field.values[at] = value(place.x, place.y);
  }
  return field;
}

export function placeOf({ column, row, columns }: Omit<Field, 'values'>, at: number): Place {
  const c = at % columns;
  return {
    x: (column + c) * FIELD_CELL_METERS,
    y: (row + (at - c) / columns) * FIELD_CELL_METERS,
  };
}

/** Softens the steps of the raster; keeps the order of two fields, so that one stays inside the other. */
export function softened(field: Field): Field {
  const { columns, rows, values } = field;
  const soft = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let sum = 0;
      let weight = 0;
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r += 1)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c += 1) {
          const w = r === row && c === column ? 2 : 1;
          sum += w * Math.max(-12, Math.min(12, values[r * columns + c]!));
          weight += w;
        }
      soft[row * columns + column] = sum / weight;
    }
  return { ...field, values: soft };
}

/** Value at a place (nearest cell); −1 outside the raster. */
export function valueAt(field: Field, { x, y }: Place): number {
  const c = Math.round(x / FIELD_CELL_METERS) - field.column;
  const r = Math.round(y / FIELD_CELL_METERS) - field.row;
  if (c < 0 || r < 0 || c >= field.columns || r >= field.rows) return -1;
  return field.values[r * field.columns + c]!;
}
