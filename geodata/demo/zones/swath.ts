import type { Place } from '../frame.ts';
import { FIELD_CELL_METERS, type Field, placeOf } from './field.ts';

/** A disc of a swath: everything within `halfWidth` metres of its middle. */
export interface Disc extends Place {
  readonly halfWidth: number;
}

/**
 * The field of a way with its width: the union of discs along it, less what `cap` takes away (a value
 * in metres that the field may not exceed at a place near a disc). All fields of one `frame` have the
 * same cells.
 */
export function swath(
  frame: Omit<Field, 'values'>,
  discs: readonly Disc[],
  cap: (place: Place, disc: number) => number,
): Field {
  const values = new Float32Array(frame.columns * frame.rows).fill(-3);
  for (const [index, disc] of discs.entries()) {
    const reach = Math.ceil((disc.halfWidth + 3) / FIELD_CELL_METERS);
    const column = Math.round(disc.x / FIELD_CELL_METERS) - frame.column;
    const row = Math.round(disc.y / FIELD_CELL_METERS) - frame.row;
    for (let r = Math.max(0, row - reach); r <= Math.min(frame.rows - 1, row + reach); r += 1)
      for (
        let c = Math.max(0, column - reach);
        c <= Math.min(frame.columns - 1, column + reach);
        c += 1
      ) {
        const at = r * frame.columns + c;
        const place = placeOf(frame, at);
        const dx = place.x - disc.x;
        const dy = place.y - disc.y;
        const depth = disc.halfWidth - Math.sqrt(dx * dx + dy * dy);
        if (depth <= values[at]!) continue;
        values[at] = Math.max(values[at]!, Math.min(depth, cap(place, index)));
      }
  }
  return { ...frame, values };
}

/** The cells that a list of discs needs, with a rim. */
export function frameOf(discs: readonly Disc[]): Omit<Field, 'values'> {
  const edge = (value: number) => Math.round(value / FIELD_CELL_METERS);
  const west = edge(Math.min(...discs.map(({ x, halfWidth }) => x - halfWidth)) - 10);
  const east = edge(Math.max(...discs.map(({ x, halfWidth }) => x + halfWidth)) + 10);
  const south = edge(Math.min(...discs.map(({ y, halfWidth }) => y - halfWidth)) - 10);
  const north = edge(Math.max(...discs.map(({ y, halfWidth }) => y + halfWidth)) + 10);
  return { column: west, row: south, columns: east - west + 1, rows: north - south + 1 };
}
