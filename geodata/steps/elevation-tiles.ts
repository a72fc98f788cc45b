import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Position } from '#domain/geo/position';
import { bilinear, gsiElevationMeters } from '#domain/road/elevation';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { toUnitSquare } from './web-mercator.ts';

const SIDE = 256;
/** 512 kB each; roads that follow each other in a file lie near each other. */
const MOST_TILES = 64;

const EXPECTED: Bilingual = {
  ja: '国土地理院の標高タイル(PNG)のフォルダー({z}/{x}/{y}.png)',
  en: 'a folder of GSI elevation tiles (PNG) as {z}/{x}/{y}.png',
};
const NO_FOLDER: Bilingual = {
  ja: '標高タイルのフォルダーがありません',
  en: 'there is no folder of elevation tiles',
};

/** Metres above sea by pixel, row by row from the north; NaN where there are no data. */
type Tile = Float64Array;

/** Heights of the ground from elevation tiles in a folder, the finest zoom that has the place. */
export class ElevationTiles {
  readonly #folder: string;
  readonly #zooms: readonly number[];
  readonly #tiles = new Map<string, Promise<Tile | null>>();

  private constructor(folder: string, zooms: readonly number[]) {
    this.#folder = folder;
    this.#zooms = zooms;
  }

  /** @throws UnknownLayoutError where the folder holds no tiles. */
  static async open(folder: string): Promise<ElevationTiles> {
    const names = await readdir(folder).catch(() => {
      throw new UnknownLayoutError(EXPECTED, NO_FOLDER);
    });
    const zooms = names.filter((name) => /^\d{1,2}$/.test(name)).map(Number);
    if (zooms.length === 0) throw new UnknownLayoutError(EXPECTED, names.slice(0, 12).join(', '));
    return new ElevationTiles(
      folder,
      zooms.sort((a, b) => b - a),
    );
  }

  /**
   * Metres above sea at each position; null where there are no data.
   *
   * @throws UnknownLayoutError where a tile is no PNG of 256 pixels a side.
   */
  async groundOf(line: readonly Position[]): Promise<(number | null)[]> {
    const found: (number | null)[] = [];
    for (const position of line) found.push(await this.#at(position));
    return found;
  }

  async #at(position: Position): Promise<number | null> {
    for (const zoom of this.#zooms) {
      const meters = await this.#atZoom(zoom, position);
      if (meters !== null) return meters;
    }
    return null;
  }

  async #atZoom(zoom: number, position: Position): Promise<number | null> {
    const [unitX, unitY] = toUnitSquare(position);
    const scale = SIDE * 2 ** zoom;
    // A pixel stands for its middle.
    const [x, y] = [unitX * scale - 0.5, unitY * scale - 0.5];
    const [west, north] = [Math.floor(x), Math.floor(y)];
    return bilinear(
      await this.#pixel(zoom, west, north),
      await this.#pixel(zoom, west + 1, north),
      await this.#pixel(zoom, west, north + 1),
      await this.#pixel(zoom, west + 1, north + 1),
      x - west,
      y - north,
    );
  }

  async #pixel(zoom: number, column: number, row: number): Promise<number | null> {
    const tile = await this.#tile(zoom, Math.floor(column / SIDE), Math.floor(row / SIDE));
    const meters = tile?.[(row % SIDE) * SIDE + (column % SIDE)] ?? Number.NaN;
    return Number.isNaN(meters) ? null : meters;
  }

  #tile(zoom: number, x: number, y: number): Promise<Tile | null> {
    const key = `${zoom}/${x}/${y}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) {
      // Used just now: the last to be forgotten.
      this.#tiles.delete(key);
      this.#tiles.set(key, known);
      return known;
    }
    const tile = readTile(join(this.#folder, `${key}.png`), key);
    this.#tiles.set(key, tile);
    const [oldest] = this.#tiles.keys();
    if (this.#tiles.size > MOST_TILES && oldest !== undefined) this.#tiles.delete(oldest);
    return tile;
  }
}

/** null where there is none, as at sea and abroad. */
async function readTile(path: string, key: string): Promise<Tile | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null) return null;
  const { width, height, data } = decode(bytes, key);
  if (width !== SIDE || height !== SIDE) throw broken(key);
  const tile = new Float64Array(SIDE * SIDE);
  for (let at = 0; at < tile.length; at += 1) {
    const pixel = 4 * at;
    tile[at] = gsiElevationMeters(data[pixel]!, data[pixel + 1]!, data[pixel + 2]!) ?? Number.NaN;
  }
  return tile;
}

function decode(bytes: Buffer, key: string): PNG {
  try {
    return PNG.sync.read(bytes);
  } catch {
    throw broken(key);
  }
}

function broken(key: string): UnknownLayoutError {
  return new UnknownLayoutError(EXPECTED, {
    ja: `読めない標高タイル(${key}.png)`,
    en: `an elevation tile that cannot be read (${key}.png)`,
  });
}
