import { TILE_EXTENT } from '#contract/tiles';
import type { GeometryCommands } from './geometry-commands.ts';
import { TILE_BUFFER } from './tile-frame.ts';

/** Units of a tile in one pixel of the screen: MapLibre draws a vector tile 512 pixels wide. */
export const UNITS_PER_PIXEL = TILE_EXTENT / 512;

const COLUMNS = (TILE_EXTENT + 2 * TILE_BUFFER) / UNITS_PER_PIXEL;

/**
 * The pixels that hold polygons too small to be drawn. From far away a city has tens of thousands of
 * them: dropping them would show danger as empty land, and drawing each would cost megabytes, so they
 * are drawn as the pixels that they stand in, once each.
 */
export class PixelCover {
  #cells: Uint8Array | null = null;

  get isEmpty(): boolean {
    return this.#cells === null;
  }

  /** Marks the pixel that holds a place, in units of the tile; places beyond the buffer are left out. */
  mark(x: number, y: number): void {
    const column = Math.floor((x + TILE_BUFFER) / UNITS_PER_PIXEL);
    const row = Math.floor((y + TILE_BUFFER) / UNITS_PER_PIXEL);
    if (column < 0 || row < 0 || column >= COLUMNS || row >= COLUMNS) return;
    this.#cells ??= new Uint8Array(COLUMNS * COLUMNS);
    this.#cells[row * COLUMNS + column] = 1;
  }

  /** Marks every pixel that a box touches. */
  markBox(west: number, north: number, east: number, south: number): void {
    const lastX = Math.ceil(east / UNITS_PER_PIXEL) * UNITS_PER_PIXEL;
    const lastY = Math.ceil(south / UNITS_PER_PIXEL) * UNITS_PER_PIXEL;
    for (let y = north; y < lastY; y += UNITS_PER_PIXEL)
      for (let x = west; x < lastX; x += UNITS_PER_PIXEL) this.mark(x, y);
  }

  /** Writes the marked pixels as rectangles, those side by side in a row as one. */
  write(commands: GeometryCommands): void {
    const rectangle = new Int32Array(8);
    let cell = this.#cells?.indexOf(1) ?? -1;
    while (this.#cells !== null && cell !== -1) {
      const row = Math.floor(cell / COLUMNS);
      const rowEnd = (row + 1) * COLUMNS;
      let end = cell + 1;
      while (end < rowEnd && this.#cells[end] === 1) end += 1;
      const west = (cell - row * COLUMNS) * UNITS_PER_PIXEL - TILE_BUFFER;
      const east = west + (end - cell) * UNITS_PER_PIXEL;
      const north = row * UNITS_PER_PIXEL - TILE_BUFFER;
      const south = north + UNITS_PER_PIXEL;
      rectangle[0] = west;
      rectangle[1] = north;
      rectangle[2] = east;
      rectangle[3] = north;
      rectangle[4] = east;
      rectangle[5] = south;
      rectangle[6] = west;
      rectangle[7] = south;
      commands.ring(rectangle, 4);
      cell = this.#cells.indexOf(1, end);
    }
  }
}
