import type { MultiPolygon, Ring } from '#domain/geo/position';
import { NumberList } from './number-list.ts';

/** Short enough to pass over most of a boundary, long enough that boxes cost little beside vertices. */
const CHAIN_EDGES = 12;

/**
 * The boundaries of zones, in flat arrays.
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
export interface Boundaries {
  readonly zoneFirstPolygon: Uint32Array;
  readonly polygonFirstChain: Uint32Array;
  readonly chainFirstVertex: Uint32Array;
  readonly chainBoxes: Float64Array;
  readonly coordinates: Float64Array;
}

/** Cuts the rings of zones into chains and lays them one after the other (see `Boundaries`). */
export class BoundaryLayout {
  readonly #zoneFirstPolygon = new NumberList();
  readonly #polygonFirstChain = new NumberList();
  readonly #chainFirstVertex = new NumberList();
  readonly #chainBoxes = new NumberList();
  readonly #coordinates = new NumberList();

  /** `zoneId` is for the message where a coordinate is no number. */
  addZone(geometry: MultiPolygon, zoneId: string): void {
    this.#zoneFirstPolygon.push(this.#polygonFirstChain.length);
    for (const polygon of geometry.coordinates) {
      this.#polygonFirstChain.push(this.#chainFirstVertex.length);
      for (const ring of polygon) this.#addRing(ring, zoneId);
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

/** west, south, east, north of each zone; inside out (Infinity …) where it has no ring. */
export function boxZones({
  zoneFirstPolygon,
  polygonFirstChain,
  chainBoxes,
}: Boundaries): Float64Array {
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
