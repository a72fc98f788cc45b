import type { Grid } from './grid.ts';

/** Mean over a square of `radiusMeters` to each side, twice (about a bell); the rim counts as it is. */
export function blurred(grid: Grid, values: Float32Array, radiusMeters: number): Float32Array {
  const radius = Math.max(1, Math.round(radiusMeters / grid.cellMeters));
  const { columns, rows } = grid;
  let field = values;
  for (let pass = 0; pass < 2; pass += 1) {
    field = boxed(field, rows, columns, columns, 1, radius);
    field = boxed(field, columns, rows, 1, columns, radius);
  }
  return field;
}

/** Running means along one direction of a raster. */
function boxed(
  values: Float32Array,
  lines: number,
  length: number,
  lineStride: number,
  stride: number,
  radius: number,
): Float32Array {
  const result = new Float32Array(values.length);
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStride;
    const at = (index: number) =>
      values[start + Math.min(length - 1, Math.max(0, index)) * stride]!;
    let sum = 0;
    for (let index = -radius; index <= radius; index += 1) sum += at(index);
    for (let index = 0; index < length; index += 1) {
      result[start + index * stride] = sum / (2 * radius + 1);
      sum += at(index + radius + 1) - at(index - radius);
    }
  }
  return result;
}
