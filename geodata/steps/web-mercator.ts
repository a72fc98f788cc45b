import type { Position } from '#domain/geo/position';

/** Place of a position in web mercator, the world from 0 to 1, y growing southward. */
export function toUnitSquare([longitude, latitude]: Position): readonly [number, number] {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI];
}

export function fromUnitSquare(x: number, y: number): Position {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}
