import { TILE_EXTENT } from '#contract/tiles';
import { clipRing } from './clip-ring.ts';
import type { GeometryCommands } from './geometry-commands.ts';
import { type PixelCover, UNITS_PER_PIXEL } from './pixel-cover.ts';
import type { PolygonStore } from './polygon-store.ts';
import { TILE_BUFFER, type TileFrame } from './tile-frame.ts';

/** A polygon smaller than this both ways is drawn as a pixel. */
const TINY_UNITS = 1.5 * UNITS_PER_PIXEL;
/** To this zoom a whole prefecture is in sight, and nobody tells shapes of three pixels apart: their boxes are. */
const FAR_ZOOM = 10;
const TINY_FROM_AFAR_UNITS = 3 * UNITS_PER_PIXEL;
/** From this zoom on (half a metre a unit) every polygon is drawn as it is. */
const EXACT_ZOOM = 14;
const LOW_EDGE = -TILE_BUFFER;
const HIGH_EDGE = TILE_EXTENT + TILE_BUFFER;

/** How far in tile units a simplified boundary may be from the true one: half a pixel, then less, then none. */
function toleranceUnits(zoom: number): number {
  if (zoom < EXACT_ZOOM) return UNITS_PER_PIXEL / 2;
  return zoom === EXACT_ZOOM ? 2 : zoom === EXACT_ZOOM + 1 ? 1 : 0;
}

/** Cuts polygons of a store out for one tile: simplifies, clips, rounds, writes. */
export class PolygonCutter {
  readonly #store: PolygonStore;
  readonly #frame: TileFrame;
  readonly #tolerance: number;
  #scratch = new Float64Array(1024);
  #spare = new Float64Array(1024);
  #rounded = new Int32Array(1024);

  constructor(store: PolygonStore, frame: TileFrame) {
    this.#store = store;
    this.#frame = frame;
    this.#tolerance = toleranceUnits(frame.zoom) * frame.unit;
  }

  /** Features whose box meets the tile and its buffer, in the order of the store's tree. */
  find(): readonly number[] {
    const { west, north, east, south } = this.#frame;
    return this.#store.tree?.search(west, north, east, south) ?? [];
  }

  /**
   * Writes what the tile shows of a feature and says whether that is anything. Polygons too small to
   * draw go to `cover`.
   */
  write(feature: number, commands: GeometryCommands, cover: PixelCover): boolean {
    const { boxes, featureFirstRing } = this.#store;
    const { originX, originY, unit, zoom } = this.#frame;
    const west = (boxes[4 * feature]! - originX) / unit;
    const north = (boxes[4 * feature + 1]! - originY) / unit;
    const east = (boxes[4 * feature + 2]! - originX) / unit;
    const south = (boxes[4 * feature + 3]! - originY) / unit;
    if (zoom < EXACT_ZOOM) {
      const widest = Math.max(east - west, south - north);
      if (widest < TINY_UNITS) {
        cover.mark((west + east) / 2, (north + south) / 2);
        return false;
      }
      if (zoom <= FAR_ZOOM && widest < TINY_FROM_AFAR_UNITS) {
        cover.markBox(west, north, east, south);
        return false;
      }
    }
    const isCut = west < LOW_EDGE || north < LOW_EDGE || east > HIGH_EDGE || south > HIGH_EDGE;
    let hasRings = false;
    let outerIsDrawn = false;
    const endRing = featureFirstRing[feature + 1]!;
    for (let ring = featureFirstRing[feature]!; ring < endRing; ring += 1) {
      const isOuter = this.#store.ringIsOuter[ring] === 1;
      if (!isOuter && !outerIsDrawn) continue;
      const vertexCount = this.#prepare(ring, isCut);
      if (isOuter) outerIsDrawn = vertexCount > 0;
      if (vertexCount > 0) {
        commands.ring(this.#rounded, vertexCount);
        hasRings = true;
      } else if (isOuter && zoom < EXACT_ZOOM) this.#markRing(ring, cover);
    }
    return hasRings;
  }

  /** Leaves a ring in `#rounded`, and says of how many vertices; 0 where nothing with an area is left. */
  #prepare(ring: number, isCut: boolean): number {
    const simplified = this.#round(this.#clip(this.#select(ring, this.#tolerance), isCut));
    if (simplified > 0 || this.#tolerance === 0) return simplified;
    // A long thin ring can fold up when simplified; as it is it may still have an area.
    return this.#round(this.#clip(this.#select(ring, 0), isCut));
  }

  #select(ring: number, tolerance: number): number {
    const { ringFirstVertex, coordinates, importance } = this.#store;
    const { originX, originY, unit } = this.#frame;
    const end = ringFirstVertex[ring + 1]!;
    const first = ringFirstVertex[ring]!;
    // Each of the four cuts adds at most one vertex for each edge it meets.
    this.#reserve(4 * (end - first) + 16);
    const scratch = this.#scratch;
    let count = 0;
    for (let vertex = first; vertex < end; vertex += 1) {
      if (importance[vertex]! < tolerance) continue;
      scratch[2 * count] = (coordinates[2 * vertex]! - originX) / unit;
      scratch[2 * count + 1] = (coordinates[2 * vertex + 1]! - originY) / unit;
      count += 1;
    }
    return count;
  }

  #clip(vertexCount: number, isCut: boolean): number {
    if (!isCut) return vertexCount;
    let count = clipRing(this.#scratch, vertexCount, 0, LOW_EDGE, 1, this.#spare);
    count = clipRing(this.#spare, count, 0, HIGH_EDGE, -1, this.#scratch);
    count = clipRing(this.#scratch, count, 1, LOW_EDGE, 1, this.#spare);
    return clipRing(this.#spare, count, 1, HIGH_EDGE, -1, this.#scratch);
  }

  #round(vertexCount: number): number {
    const rounded = this.#rounded;
    let count = 0;
    for (let vertex = 0; vertex < vertexCount; vertex += 1) {
      const x = Math.round(this.#scratch[2 * vertex]!);
      const y = Math.round(this.#scratch[2 * vertex + 1]!);
      if (count > 0 && rounded[2 * count - 2] === x && rounded[2 * count - 1] === y) continue;
      rounded[2 * count] = x;
      rounded[2 * count + 1] = y;
      count += 1;
    }
    while (
      count > 1 &&
      rounded[0] === rounded[2 * count - 2] &&
      rounded[1] === rounded[2 * count - 1]
    )
      count -= 1;
    return count >= 3 && hasArea(rounded, count) ? count : 0;
  }

  #markRing(ring: number, cover: PixelCover): void {
    const { originX, originY, unit } = this.#frame;
    const { coordinates, ringFirstVertex } = this.#store;
    for (let vertex = ringFirstVertex[ring]!; vertex < ringFirstVertex[ring + 1]!; vertex += 1)
      cover.mark(
        (coordinates[2 * vertex]! - originX) / unit,
        (coordinates[2 * vertex + 1]! - originY) / unit,
      );
  }

  #reserve(vertices: number): void {
    if (this.#rounded.length >= 2 * vertices) return;
    this.#scratch = new Float64Array(4 * vertices);
    this.#spare = new Float64Array(4 * vertices);
    this.#rounded = new Int32Array(4 * vertices);
  }
}

function hasArea(coordinates: Int32Array, vertexCount: number): boolean {
  let sum = 0;
  for (let vertex = 0; vertex < vertexCount; vertex += 1) {
    const next = vertex + 1 === vertexCount ? 0 : vertex + 1;
    sum +=
      coordinates[2 * vertex]! * coordinates[2 * next + 1]! -
      coordinates[2 * next]! * coordinates[2 * vertex + 1]!;
  }
  return sum !== 0;
}
