import type { MultiPolygon, Ring } from '#domain/geo/position';
import { NumberList } from './number-list.ts';

/** Short enough to pass over most of a boundary, long enough that boxes cost little beside vertices. */
const CHAIN_EDGES = 16;

/**
 * The boundaries of some zones, in flat arrays.
 *
 * The rings of a polygon are cut into *chains* of at most CHAIN_EDGES edges, each with its box, so that
 * most of a boundary is passed over without looking at a vertex. Neighbouring chains repeat the vertex
 * they share: a chain is then a plain range of vertices, and which ring it came from need not be known
 * (being inside a polygon is a matter of parity over all its edges, holes included).
 *
 *     zone z      polygons  zoneFirstPolygon[z]  … zoneFirstPolygon[z + 1]  - 1
 *     polygon p   chains    polygonFirstChain[p] … polygonFirstChain[p + 1] - 1
 *     chain c     vertices  chainFirstVertex[c]  … chainFirstVertex[c + 1]  - 1
 *     chain c     box       chainBoxes[4c …]     west, south, east, north
 *     vertex v    position  coordinates[2v …]    lng, lat
 */
export interface BoundarySheet {
  readonly zoneFirstPolygon: Uint32Array;
  readonly polygonFirstChain: Uint32Array;
  readonly chainFirstVertex: Uint32Array;
  readonly chainBoxes: Float64Array;
  readonly coordinates: Float64Array;
}

/**
 * Zones are laid out in sheets of 2⁸: zone 1000 is number 1000 & 255 of sheet 1000 >> 8. One array for
 * a whole prefecture would have to be grown and copied while it is filled, and takes twice its memory.
 */
export const SHEET_BITS = 8;
export const SHEET_MASK = 2 ** SHEET_BITS - 1;

/** Number of the first chain of a zone, by its place in the sheet; of the one after it, where it ends. */
export function firstChainOf(sheet: BoundarySheet, place: number): number {
  return sheet.polygonFirstChain[sheet.zoneFirstPolygon[place]!]!;
}

/** Lays the boundaries of zones out, sheet by sheet. */
export class BoundaryLayout {
  readonly #sheets: BoundarySheet[] = [];
  readonly #zoneBoxes = new NumberList();
  readonly #zoneFirstPolygon = new NumberList();
  readonly #polygonFirstChain = new NumberList();
  readonly #chainFirstVertex = new NumberList();
  readonly #chainBoxes = new NumberList();
  readonly #coordinates = new NumberList();

  /** `zoneId` is for the message where a coordinate is no number. */
  add(geometry: MultiPolygon, zoneId: string): void {
    if (this.#zoneFirstPolygon.length > SHEET_MASK) this.#finishSheet();
    const firstBox = this.#chainBoxes.length;
    this.#zoneFirstPolygon.push(this.#polygonFirstChain.length);
    for (const polygon of geometry.coordinates) {
      this.#polygonFirstChain.push(this.#chainFirstVertex.length);
      for (const ring of polygon) this.#addRing(ring, zoneId);
    }
    this.#addZoneBox(firstBox);
  }

  /** The sheets, and west, south, east, north of each zone: Infinity … -Infinity where it has no ring. */
  finish(): { readonly sheets: readonly BoundarySheet[]; readonly zoneBoxes: Float64Array } {
    this.#finishSheet();
    return { sheets: this.#sheets, zoneBoxes: this.#zoneBoxes.toFloat64Array() };
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
    let next = this.#coordinates.length;
    this.#chainFirstVertex.push(next / 2);
    this.#coordinates.reserve(2 * (lastVertex - firstVertex + 1));
    const { values } = this.#coordinates;
    for (let vertex = firstVertex; vertex <= lastVertex; vertex += 1) {
      const position = ring[vertex < ring.length ? vertex : 0]!;
      const lng = position[0];
      const lat = position[1];
      // A sum is finite only if both of its terms are.
      if (!Number.isFinite(lng + lat))
        throw new RangeError(`zone ${zoneId}: expected [lng, lat] in degrees, got [${position}]`);
      values[next++] = lng;
      values[next++] = lat;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    this.#coordinates.length = next;
    pushBox(this.#chainBoxes, west, south, east, north);
  }

  #addZoneBox(firstBox: number): void {
    const { values, length } = this.#chainBoxes;
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    for (let box = firstBox; box < length; box += 4) {
      west = Math.min(west, values[box]!);
      south = Math.min(south, values[box + 1]!);
      east = Math.max(east, values[box + 2]!);
      north = Math.max(north, values[box + 3]!);
    }
    pushBox(this.#zoneBoxes, west, south, east, north);
  }

  #finishSheet(): void {
    this.#zoneFirstPolygon.push(this.#polygonFirstChain.length);
    this.#polygonFirstChain.push(this.#chainFirstVertex.length);
    this.#chainFirstVertex.push(this.#coordinates.length / 2);
    this.#sheets.push({
      zoneFirstPolygon: this.#zoneFirstPolygon.toUint32Array(),
      polygonFirstChain: this.#polygonFirstChain.toUint32Array(),
      chainFirstVertex: this.#chainFirstVertex.toUint32Array(),
      chainBoxes: this.#chainBoxes.toFloat64Array(),
      coordinates: this.#coordinates.toFloat64Array(),
    });
    this.#zoneFirstPolygon.clear();
    this.#polygonFirstChain.clear();
    this.#chainFirstVertex.clear();
    this.#chainBoxes.clear();
    this.#coordinates.clear();
  }
}

function pushBox(boxes: NumberList, west: number, south: number, east: number, north: number) {
  boxes.push(west);
  boxes.push(south);
  boxes.push(east);
  boxes.push(north);
}
