import Flatbush from 'flatbush';
import type { RoadTable } from './road-table.ts';

/** A tree of the boxes of roads, by their numbers; null where there are none (a tree cannot be empty). */
export type RoadTree = Flatbush | null;

/** Single precision would move a box by metres, so degrees are kept double. */
export function buildRoadTree({ roadCount, firstVertices, coordinates }: RoadTable): RoadTree {
  if (roadCount === 0) return null;
  const tree = new Flatbush(roadCount);
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
    tree.add(west, south, east, north);
  }
  tree.finish();
  return tree;
}
