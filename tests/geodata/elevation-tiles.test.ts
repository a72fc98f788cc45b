import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { UnknownLayoutError } from '#geodata/item';
import { openOsm } from '#geodata/sources/osm';
import { ElevationTiles } from '#geodata/steps/elevation-tiles';
import { fromUnitSquare } from '#geodata/steps/web-mercator';
import { makeOsmXml } from '../support/make-osm.ts';
import { readItems } from '../support/read-items.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
const folder = join(directory, 'dem');
const ZOOM = 14;
const [TILE_X, TILE_Y] = [14_352, 6_540];

/** A tile whose heights in metres are a function of the pixel of the world; null: no data. */
function writeTile(
  zoom: number,
  x: number,
  y: number,
  heightAt: (column: number, row: number) => number | null,
): void {
  const png = new PNG({ width: 256, height: 256, colorType: 2 });
  for (let row = 0; row < 256; row += 1)
    for (let column = 0; column < 256; column += 1) {
      const meters = heightAt(256 * x + column, 256 * y + row);
      const value = meters === null ? 2 ** 23 : (Math.round(meters * 100) + 2 ** 24) % 2 ** 24;
      const at = 4 * (256 * row + column);
      png.data.set([value >> 16, (value >> 8) & 255, value & 255, 255], at);
    }
  mkdirSync(join(folder, String(zoom), String(x)), { recursive: true });
  writeFileSync(
    join(folder, String(zoom), String(x), `${y}.png`),
    PNG.sync.write(png, { colorType: 2 }),
  );
}

/** A place by pixels of the world at the zoom of the tiles; 0.5 is the middle of the first. */
const at = (column: number, row: number): Position =>
  fromUnitSquare(column / (256 * 2 ** ZOOM), row / (256 * 2 ** ZOOM));
const [WEST, NORTH] = [256 * TILE_X, 256 * TILE_Y];
/** A slope: a metre a pixel to the east, 0.1 m to the south; the sea lies 20 m below it in the west. */
const slope = (column: number, row: number) => column - WEST - 20 + (row - NORTH) / 10;

describe('elevation tiles', () => {
  beforeAll(() => {
    const isHole = (column: number, row: number) => column - WEST > 100 && row - NORTH > 100;
    writeTile(ZOOM, TILE_X, TILE_Y, (column, row) =>
      isHole(column, row) ? null : slope(column, row),
    );
    writeTile(ZOOM, TILE_X + 1, TILE_Y, slope);
    writeTile(ZOOM - 1, TILE_X >> 1, TILE_Y >> 1, () => 55);
  });

  it('give heights between the middles of their pixels, below the sea too', async () => {
    const tiles = await ElevationTiles.open(folder);
    const found = await tiles.groundOf([
      at(WEST + 50.5, NORTH + 50.5),
      at(WEST + 51, NORTH + 50.5),
      at(WEST + 51, NORTH + 53),
      at(WEST + 0.5, NORTH + 0.5),
    ]);
    for (const [index, meters] of [35, 35.5, 35.75, -20].entries())
      expect(found[index]).toBeCloseTo(meters, 2);
  });

  it('give them across the edge of two tiles', async () => {
    const tiles = await ElevationTiles.open(folder);
    const [found] = await tiles.groundOf([at(WEST + 256, NORTH + 10.5)]);
    expect(found).toBeCloseTo(236.5, 2);
  });

  it('are taken from a coarser zoom where the finer one has no data, else are unknown', async () => {
    const tiles = await ElevationTiles.open(folder);
    const found = await tiles.groundOf([at(WEST + 200, NORTH + 200), at(WEST - 3000, NORTH)]);
    expect(found[0]).toBeCloseTo(55, 2);
    expect(found[1]).toBeNull();
  });

  it('that are none are refused by name, as is a folder without any', async () => {
    await expect(ElevationTiles.open(join(directory, 'nowhere'))).rejects.toThrow(
      UnknownLayoutError,
    );
    await expect(ElevationTiles.open(directory)).rejects.toThrow(UnknownLayoutError);
    writeFileSync(join(folder, String(ZOOM), String(TILE_X), `${TILE_Y + 1}.png`), 'no picture');
    const tiles = await ElevationTiles.open(folder);
    await expect(tiles.groundOf([at(WEST + 5, NORTH + 300)])).rejects.toThrow('14/14352/6541.png');
  });

  it('give roads their elevation, bridges from end to end', async () => {
    const nodes = [10, 20, 30].map(
      (east, place) => [place + 1, ...at(WEST + east + 0.5, NORTH + 0.5)] as const,
    );
    const ways = [
      [1, [1, 2, 3], { highway: 'primary' }],
      [2, [1, 2, 3], { highway: 'primary', bridge: 'yes' }],
    ] as const;
    const path = join(directory, 'roads.osm');
    writeFileSync(path, makeOsmXml({ nodes, ways }));
    const { values } = await readItems(openOsm([path], { elevationTiles: folder }));
    const roads = values.flatMap((value) => (value.kind === 'way' ? value.roads : []));
    // Cut at the shared node, so that each part has its own ends.
    expect(roads.map(({ elevationsMeters }) => elevationsMeters)).toEqual([
      [-10, 0],
      [0, 10],
      [-10, 0],
      [0, 10],
    ]);
  });
});
