import type { Bbox, Position } from './position.ts';

/** The box of some positions; that of none is inside out (Infinity … -Infinity) and meets nothing. */
export function bboxOf(positions: readonly Position[]): Bbox {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lng, lat] of positions) {
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}
