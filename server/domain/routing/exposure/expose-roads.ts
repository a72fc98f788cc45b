import { distanceMeters } from '#domain/geo/distance';
import { NumberList } from '#domain/hazard/number-list';
import type { ZoneIndex } from '#domain/hazard/zone-index';
import type { RoadTable } from '../graph/road-table.ts';
import type { RoadTree } from '../graph/road-tree.ts';
import { exposureKindOf } from './exposure-kinds.ts';
import { findPartsInZone } from './piece-in-zone.ts';
import type { RoadExposure } from './road-exposure.ts';

/**
 * Where every road of a table lies inside the zones of an index. Zone by zone over the roads near it: there
 * are fewer zones than roads, and most roads are near none.
 *
 * Edges of zones are straight in degrees, as in the red-zone check and in PostGIS.
 */
export function exposeRoads(table: RoadTable, tree: RoadTree, index: ZoneIndex): RoadExposure {
  const found = new StretchList();
  const { zoneBoxes } = index;
  for (let zone = 0; zone < index.zoneCount; zone += 1) {
    const box = zoneBoxes.subarray(4 * zone, 4 * zone + 4);
    const roads = tree?.search(box[0]!, box[1]!, box[2]!, box[3]!) ?? [];
    for (const road of roads) exposeRoad(table, road, index, zone, box, found);
  }
  return found.finish(table.roadCount, index);
}

/** The pieces of a road that come near the zone, in metres from the start of the road. */
function exposeRoad(
  { firstVertices, coordinates, lengthsMeters }: RoadTable,
  road: number,
  index: ZoneIndex,
  zone: number,
  box: Float64Array,
  found: StretchList,
): void {
  const first = firstVertices[road]!;
  const last = firstVertices[road + 1]! - 1;
  const isOnePiece = last === first + 1;
  const parts: number[] = [];
  let startMeters = 0;
  for (let vertex = first; vertex < last; vertex += 1) {
    const fromLng = coordinates[2 * vertex]!;
    const fromLat = coordinates[2 * vertex + 1]!;
    const toLng = coordinates[2 * vertex + 2]!;
    const toLat = coordinates[2 * vertex + 3]!;
    const pieceMeters = isOnePiece
      ? lengthsMeters[road]!
      : distanceMeters([fromLng, fromLat], [toLng, toLat]);
    const isNear =
      Math.max(fromLng, toLng) >= box[0]! &&
      Math.max(fromLat, toLat) >= box[1]! &&
      Math.min(fromLng, toLng) <= box[2]! &&
      Math.min(fromLat, toLat) <= box[3]!;
    if (isNear && pieceMeters > 0) {
      parts.length = 0;
      findPartsInZone(index, zone, fromLng, fromLat, toLng, toLat, parts);
      for (let part = 0; part < parts.length; part += 2)
        found.add(
          road,
          zone,
          startMeters + parts[part]! * pieceMeters,
          startMeters + parts[part + 1]! * pieceMeters,
        );
    }
    startMeters += pieceMeters;
  }
}

/** Stretches as they are found, to be sorted by road. */
class StretchList {
  readonly #roads = new NumberList();
  readonly #zones = new NumberList();
  readonly #fromMeters = new NumberList();
  readonly #toMeters = new NumberList();

  /** One that goes on where the one before it ends makes it longer. */
  add(road: number, zone: number, fromMeters: number, toMeters: number): void {
    const last = this.#roads.length - 1;
    const isContinued =
      last >= 0 &&
      this.#roads.values[last] === road &&
      this.#zones.values[last] === zone &&
      this.#toMeters.values[last] === fromMeters;
    if (isContinued) {
      this.#toMeters.values[last] = toMeters;
      return;
    }
    this.#roads.push(road);
    this.#zones.push(zone);
    this.#fromMeters.push(fromMeters);
    this.#toMeters.push(toMeters);
  }

  finish(roadCount: number, index: ZoneIndex): RoadExposure {
    const count = this.#roads.length;
    const roads = this.#roads.values;
    const firstStretches = new Uint32Array(roadCount + 1);
    for (let found = 0; found < count; found += 1) firstStretches[roads[found]! + 1]! += 1;
    for (let road = 0; road < roadCount; road += 1)
      firstStretches[road + 1]! += firstStretches[road]!;
    const starts = this.#fromMeters.values;
    const order = new Uint32Array(count);
    const filled = firstStretches.slice(0, roadCount);
    for (let found = 0; found < count; found += 1) {
      const road = roads[found]!;
      // Few on any one road: each is put where it belongs among those that are there already.
      let place = filled[road]!;
      filled[road]! += 1;
      for (; place > firstStretches[road]!; place -= 1) {
        if (starts[order[place - 1]!]! <= starts[found]!) break;
        order[place] = order[place - 1]!;
      }
      order[place] = found;
    }
    const fromMeters = new Float64Array(count);
    const toMeters = new Float64Array(count);
    const zones = new Uint32Array(count);
    const kindCodes = new Uint8Array(count);
    for (let stretch = 0; stretch < count; stretch += 1) {
      const found = order[stretch]!;
      const zone = this.#zones.values[found]!;
      fromMeters[stretch] = starts[found]!;
      toMeters[stretch] = this.#toMeters.values[found]!;
      zones[stretch] = zone;
      kindCodes[stretch] = exposureKindOf(
        index.zoneClassCodes[zone]!,
        index.phenomenonCodes[zone]!,
      );
    }
    return { firstStretches, fromMeters, toMeters, zones, kindCodes, index };
  }
}
