import { toUnitSquare } from '#geodata/steps/web-mercator';

/** Tiles of a zoom that cover a box in degrees. */
export function* tilesOver(
  [west, south, east, north]: readonly [number, number, number, number],
  zoom: number,
): Generator<{ zoom: number; x: number; y: number }> {
  const scale = 2 ** zoom;
  const [left, top] = toUnitSquare([west, north]);
  const [right, bottom] = toUnitSquare([east, south]);
  for (let x = Math.floor(left * scale); x <= Math.floor(right * scale); x += 1)
    for (let y = Math.floor(top * scale); y <= Math.floor(bottom * scale); y += 1)
      yield { zoom, x, y };
}
