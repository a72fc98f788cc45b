import Flatbush from 'flatbush';
import type { Ring } from '#domain/geo/position';
import { NumberList } from './number-list.ts';
import { type HazardZone, PHENOMENA, ZONE_CLASSES } from './zone.ts';

/** What the index keeps of a zone. */
export type IndexedZone = Pick<
  HazardZone,
  'id' | 'phenomenon' | 'zoneClass' | 'redNotSurveyed' | 'geometry'
>;

/**
 * Zones laid out for the check: a tree of their boxes over flat arrays of their boundaries.
 *
 * The rings of a polygon are cut into *chains* of at most CHAIN_EDGES edges, each with its box, so that
 * most of a boundary is passed over without looking at a vertex. Neighbouring chains repeat the vertex
 * they share: a chain is then a plain range of vertices, and which ring it came from need not be known
 * (being inside a polygon is a matter of parity over all its edges, holes included).
 *
 *     zone z      polygons  zoneFirstPolygon[z]  … zoneFirstPolygon[z + 1]  - 1
 *     polygon p   chains    polygonFirstChain[p] … polygonFirstChain[p + 1] - 1
 *     zone z      box       zoneBoxes[4z …]      west, south, east, north
 *     chain c     vertices  chainFirstVertex[c]  … chainFirstVertex[c + 1]  - 1
 *     chain c     box       chainBoxes[4c …]     west, south, east, north
 *     vertex v    position  coordinates[2v …]    lng, lat
 */
export interface ZoneIndex {
  readonly zoneCount: number;
  readonly zoneIds: readonly string[];
  /** Places in ZONE_CLASSES and in PHENOMENA; 1 where the red zone has not been surveyed. */
  readonly zoneClassCodes: Uint8Array;
  readonly phenomenonCodes: Uint8Array;
  readonly redNotSurveyedFlags: Uint8Array;
  readonly zoneBoxes: Float64Array;
  readonly zoneFirstPolygon: Uint32Array;
  readonly polygonFirstChain: Uint32Array;
  readonly chainFirstVertex: Uint32Array;
  readonly chainBoxes: Float64Array;
  readonly coordinates: Float64Array;
  /** A tree over `zoneBoxes`; null where there are none (a tree cannot be empty). */
  readonly tree: Flatbush | null;
}

/** Short enough to pass over most of a boundary, long enough that boxes cost little beside vertices. */
const CHAIN_EDGES = 12;

/**
 * Lays zones out for the check. They are read once and not kept: peak memory is about three times the
 * index, which takes some 20 bytes for each vertex.
 *
 * @throws RangeError where a coordinate is not a finite number. Rings that are not closed are closed.
 */
export function buildZoneIndex(zones: Iterable<IndexedZone>): ZoneIndex {
  const layout = new BoundaryLayout();
  const zoneIds: string[] = [];
  const zoneClassCodes: number[] = [];
  const phenomenonCodes: number[] = [];
  const redNotSurveyedFlags: number[] = [];
  for (const zone of zones) {
    zoneIds.push(zone.id);
    zoneClassCodes.push(ZONE_CLASSES.indexOf(zone.zoneClass));
    phenomenonCodes.push(PHENOMENA.indexOf(zone.phenomenon));
    redNotSurveyedFlags.push(zone.redNotSurveyed ? 1 : 0);
    layout.addZone(zone);
  }
  const boundaries = layout.finish();
  const zoneBoxes = boxZones(boundaries);
  return {
    zoneCount: zoneIds.length,
    zoneIds,
    zoneClassCodes: Uint8Array.from(zoneClassCodes),
    phenomenonCodes: Uint8Array.from(phenomenonCodes),
    redNotSurveyedFlags: Uint8Array.from(redNotSurveyedFlags),
    zoneBoxes,
    ...boundaries,
    tree: buildTree(zoneBoxes),
  };
}

/** Numbers of the zones whose box meets the box, in no particular order. */
export function findZonesInBox(
  index: ZoneIndex,
  west: number,
  south: number,
  east: number,
  north: number,
): readonly number[] {
  return index.tree === null ? [] : index.tree.search(west, south, east, north);
}

type Boundaries = Pick<
  ZoneIndex,
  'zoneFirstPolygon' | 'polygonFirstChain' | 'chainFirstVertex' | 'chainBoxes' | 'coordinates'
>;

class BoundaryLayout {
  readonly #zoneFirstPolygon = new NumberList();
  readonly #polygonFirstChain = new NumberList();
  readonly #chainFirstVertex = new NumberList();
  readonly #chainBoxes = new NumberList();
  readonly #coordinates = new NumberList();

  addZone(zone: IndexedZone): void {
    this.#zoneFirstPolygon.push(this.#polygonFirstChain.length);
    for (const polygon of zone.geometry.coordinates) {
      this.#polygonFirstChain.push(this.#chainFirstVertex.length);
      for (const ring of polygon) this.#addRing(ring, zone.id);
    }
  }

  finish(): Boundaries {
    this.#zoneFirstPolygon.push(this.#polygonFirstChain.length);
    this.#polygonFirstChain.push(this.#chainFirstVertex.length);
    this.#chainFirstVertex.push(this.#coordinates.length / 2);
    return {
      zoneFirstPolygon: this.#zoneFirstPolygon.toUint32Array(),
      polygonFirstChain: this.#polygonFirstChain.toUint32Array(),
      chainFirstVertex: this.#chainFirstVertex.toUint32Array(),
      chainBoxes: this.#chainBoxes.toFloat64Array(),
      coordinates: this.#coordinates.toFloat64Array(),
    };
  }

  #addRing(ring: Ring, zoneId: string): void {
    const first = ring[0];
    const last = ring[ring.length - 1];
    if (first === undefined || last === undefined) return;
    const isClosed = first[0] === last[0] && first[1] === last[1];
    const edgeCount = isClosed ? Math.max(ring.length - 1, 1) : ring.length;
    for (let firstEdge = 0; firstEdge < edgeCount; firstEdge += CHAIN_EDGES)
      this.#addChain(ring, firstEdge, Math.min(firstEdge + CHAIN_EDGES, edgeCount), zoneId);
  }

  #addChain(ring: Ring, firstVertex: number, lastVertex: number, zoneId: string): void {
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    this.#chainFirstVertex.push(this.#coordinates.length / 2);
    let next = this.#coordinates.reserve(2 * (lastVertex - firstVertex + 1));
    const { block } = this.#coordinates;
    for (let vertex = firstVertex; vertex <= lastVertex; vertex += 1) {
      const position = ring[vertex < ring.length ? vertex : 0]!;
      const lng = position[0];
      const lat = position[1];
      // A sum is finite only if both of its terms are.
      if (!Number.isFinite(lng + lat))
        throw new RangeError(`zone ${zoneId}: expected [lng, lat] in degrees, got [${position}]`);
      block[next++] = lng;
      block[next++] = lat;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    for (const side of [west, south, east, north]) this.#chainBoxes.push(side);
  }
}

function boxZones({ zoneFirstPolygon, polygonFirstChain, chainBoxes }: Boundaries): Float64Array {
  const zoneCount = zoneFirstPolygon.length - 1;
  const zoneBoxes = new Float64Array(4 * zoneCount);
  for (let zone = 0; zone < zoneCount; zone += 1) {
    const firstChain = polygonFirstChain[zoneFirstPolygon[zone]!]!;
    const endChain = polygonFirstChain[zoneFirstPolygon[zone + 1]!]!;
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    for (let box = 4 * firstChain; box < 4 * endChain; box += 4) {
      west = Math.min(west, chainBoxes[box]!);
      south = Math.min(south, chainBoxes[box + 1]!);
      east = Math.max(east, chainBoxes[box + 2]!);
      north = Math.max(north, chainBoxes[box + 3]!);
    }
    zoneBoxes[4 * zone] = west;
    zoneBoxes[4 * zone + 1] = south;
    zoneBoxes[4 * zone + 2] = east;
    zoneBoxes[4 * zone + 3] = north;
  }
  return zoneBoxes;
}

function buildTree(zoneBoxes: Float64Array): Flatbush | null {
  if (zoneBoxes.length === 0) return null;
  const tree = new Flatbush(zoneBoxes.length / 4);
  for (let box = 0; box < zoneBoxes.length; box += 4)
    tree.add(zoneBoxes[box]!, zoneBoxes[box + 1]!, zoneBoxes[box + 2]!, zoneBoxes[box + 3]!);
  tree.finish();
  return tree;
}
