import { PNG } from 'pngjs';
import { fromUnitSquare } from '#geodata/steps/web-mercator';
import { TERRAIN_ZOOMS } from '../basemap-layers.ts';
import { toPlace } from '../frame.ts';
import { heightAt, type Terrain } from '../ground/terrain.ts';
import type { Tile } from './pmtiles-archive.ts';
import { tilesOver } from './tile-grid.ts';

const SIDE = 256;
/** Heights are kept to an eighth of a metre: finer steps cannot be seen and do not compress. */
const STEPS_PER_METER = 8;

/** Elevation as PNG tiles in the terrarium encoding; the sea is 0. */
export function terrainTiles(
  terrain: Terrain,
  bbox: readonly [number, number, number, number],
): Tile[] {
  const tiles: Tile[] = [];
  for (let zoom = TERRAIN_ZOOMS.least; zoom <= TERRAIN_ZOOMS.greatest; zoom += 1)
    for (const tile of tilesOver(bbox, zoom))
      tiles.push({ ...tile, data: terrainPng(terrain, tile.zoom, tile.x, tile.y) });
  return tiles;
}

function terrainPng(terrain: Terrain, zoom: number, tileX: number, tileY: number): Uint8Array {
  const png = new PNG({ width: SIDE, height: SIDE, colorType: 2 });
  const scale = 2 ** zoom;
  const { columns, rows, cellMeters } = terrain.grid;
  for (let row = 0; row < SIDE; row += 1) {
    const unitY = (tileY + (row + 0.5) / SIDE) / scale;
    const west = toPlace(fromUnitSquare(tileX / scale, unitY));
    const east = toPlace(fromUnitSquare((tileX + 1) / scale, unitY));
    for (let column = 0; column < SIDE; column += 1) {
      const x = west.x + ((column + 0.5) / SIDE) * (east.x - west.x);
      const isOnMap = x > 0 && x < columns * cellMeters && west.y > 0 && west.y < rows * cellMeters;
      const height = isOnMap ? Math.max(0, heightAt(terrain, x, west.y)) : 0;
      const value = Math.round(height * STEPS_PER_METER) / STEPS_PER_METER + 32_768;
      const at = (row * SIDE + column) * 4;
      png.data[at] = Math.floor(value / 256);
      png.data[at + 1] = Math.floor(value) % 256;
      png.data[at + 2] = Math.floor((value % 1) * 256);
      png.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 6, filterType: 1 });
}
