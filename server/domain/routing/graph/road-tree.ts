import Flatbush from 'flatbush';
import type { RoadTable } from './road-table.ts';

/**
 * A tree of the boxes of roads, by their numbers; null where there are none (a tree cannot be empty). What
 * it finds is looked at road by road: a box may be a little larger than its road and is never smaller.
 */
export type RoadTree = Flatbush | null;

/** Degrees from one number of single precision to the next, from 128 to 256: a metre and a half. */
const SINGLE_STEP = 2 ** -16;
const NODE_SIZE = 16;

/** In single precision, which takes half the memory, with boxes grown by what rounding may take away. */
export function buildRoadTree({ roadCount, firstVertices, coordinates }: RoadTable): RoadTree {
  if (roadCount === 0) return null;
  const tree = new Flatbush(roadCount, NODE_SIZE, Float32Array);
  for (let road = 0; road < roadCount; road += 1) {
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    const end = 2 * firstVertices[road + 1]!;
    for (let at = 2 * firstVertices[road]!; at < end; at += 2) {
      const lng = coordinates[at]!;
      const lat = coordinates[at + 1]!;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    tree.add(west - SINGLE_STEP, south - SINGLE_STEP, east + SINGLE_STEP, north + SINGLE_STEP);
  }
  tree.finish();
  return tree;
}
