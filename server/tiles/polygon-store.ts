import Flatbush from 'flatbush';
import { GrowingUint32 } from './growing-uint32.ts';
import { rateRing } from './importance.ts';
import { worldX, worldY } from './mercator.ts';
import { readPolygons } from './wkb.ts';

/**
 * Polygons of one dataset version, laid out for cutting tiles: flat arrays in world units, the rating of
 * every vertex for simplification, and a tree of the boxes. About 13 bytes for each vertex.
 *
 *     feature f   rings     featureFirstRing[f] … featureFirstRing[f + 1] - 1
 *     ring r      vertices  ringFirstVertex[r]  … ringFirstVertex[r + 1] - 1     (not closed)
 *     feature f   box       boxes[4f …]         west, north, east, south
 *
 * Outer rings run clockwise on the screen and holes the other way, as the tile specification asks.
 */
export interface PolygonStore {
  readonly featureCount: number;
  readonly featureFirstRing: Uint32Array;
  readonly ringFirstVertex: Uint32Array;
  /** 1 for an outer ring, which begins a polygon; 0 for a hole. */
  readonly ringIsOuter: Uint8Array;
  readonly coordinates: Uint32Array;
  readonly importance: Uint32Array;
  readonly boxes: Uint32Array;
  readonly tree: Flatbush | null;
}

/** Fills a store feature by feature, so that it can be done in batches between other work. */
export class PolygonStoreBuilder {
  readonly #featureFirstRing = new GrowingUint32();
  readonly #ringFirstVertex = new GrowingUint32();
  readonly #ringIsOuter: number[] = [];
  readonly #coordinates = new GrowingUint32();
  readonly #importance = new GrowingUint32();
  readonly #boxes = new GrowingUint32();
  #outerIsNext = true;

  /** Adds a feature whose geometry is little-endian WKB of a (multi)polygon in degrees. */
  add(wkb: Buffer): void {
    this.#featureFirstRing.push(this.#ringFirstVertex.length);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    readPolygons(wkb, {
      beginPolygon: () => {
        this.#outerIsNext = true;
      },
      ring: (degrees) => {
        this.#addRing(degrees, box);
        this.#outerIsNext = false;
      },
    });
    for (const side of box) this.#boxes.push(Number.isFinite(side) ? side : 0);
  }

  finish(): PolygonStore {
    const featureCount = this.#featureFirstRing.length;
    this.#featureFirstRing.push(this.#ringFirstVertex.length);
    this.#ringFirstVertex.push(this.#importance.length);
    const boxes = this.#boxes.finish();
    return {
      featureCount,
      featureFirstRing: this.#featureFirstRing.finish(),
      ringFirstVertex: this.#ringFirstVertex.finish(),
      ringIsOuter: Uint8Array.from(this.#ringIsOuter),
      coordinates: this.#coordinates.finish(),
      importance: this.#importance.finish(),
      boxes,
      tree: plantTree(boxes, featureCount),
    };
  }

  #addRing(degrees: Float64Array, box: number[]): void {
    const vertexCount = degrees.length / 2;
    const ring = new Uint32Array(degrees.length);
    for (let place = 0; place < degrees.length; place += 2) {
      const x = worldX(degrees[place]!);
      const y = worldY(degrees[place + 1]!);
      ring[place] = x;
      ring[place + 1] = y;
      if (x < box[0]!) box[0] = x;
      if (y < box[1]!) box[1] = y;
      if (x > box[2]!) box[2] = x;
      if (y > box[3]!) box[3] = y;
    }
    if (isClockwise(ring) !== this.#outerIsNext) reverse(ring);
    const ratings = new Float32Array(vertexCount);
    rateRing(ring, 0, vertexCount, ratings);
    this.#ringFirstVertex.push(this.#importance.length);
    this.#ringIsOuter.push(this.#outerIsNext ? 1 : 0);
    for (let vertex = 0; vertex < vertexCount; vertex += 1) {
      this.#coordinates.push(ring[2 * vertex]!);
      this.#coordinates.push(ring[2 * vertex + 1]!);
      this.#importance.push(Math.min(ratings[vertex]!, 0xffff_ffff));
    }
  }
}

function plantTree(boxes: Uint32Array, featureCount: number): Flatbush | null {
  if (featureCount === 0) return null;
  const tree = new Flatbush(featureCount, 16, Float64Array);
  for (let box = 0; box < 4 * featureCount; box += 4)
    tree.add(boxes[box]!, boxes[box + 1]!, boxes[box + 2]!, boxes[box + 3]!);
  tree.finish();
  return tree;
}

/** On a screen, where y grows downwards: the sign of the shoelace sum. */
function isClockwise(ring: Uint32Array): boolean {
  let sum = 0;
  const originX = ring[0] ?? 0;
  const originY = ring[1] ?? 0;
  for (let place = 2; place + 3 < ring.length; place += 2)
    sum +=
      (ring[place]! - originX) * (ring[place + 3]! - originY) -
      (ring[place + 2]! - originX) * (ring[place + 1]! - originY);
  return sum > 0;
}

function reverse(ring: Uint32Array): void {
  for (let low = 0, high = ring.length - 2; low < high; low += 2, high -= 2) {
    const [x, y] = [ring[low]!, ring[low + 1]!];
    ring[low] = ring[high]!;
    ring[low + 1] = ring[high + 1]!;
    ring[high] = x;
    ring[high + 1] = y;
  }
}
