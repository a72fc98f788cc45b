import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { pmtilesArchive } from '../../../geodata/demo/tiles/pmtiles-archive.ts';
import { vectorTiles } from '../../../geodata/demo/tiles/vector-tiles.ts';
import { readBaseGround } from '../../../server/services/paper/base-map-ground.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const dataDir = temporaryDirectory();
const BOX = [132.44, 34.39, 132.46, 34.41] as const;

function square(lng: number, lat: number, size: number) {
  const ring = [
    [lng, lat],
    [lng + size, lat],
    [lng + size, lat + size],
    [lng, lat + size],
    [lng, lat],
  ] as const;
  return { type: 'Polygon', coordinates: [ring] } as const;
}

it('reads water and buildings of the base map within a box, with its credit', async () => {
  const layer = (name: string, geometry: object) => ({
    name,
    leastZoom: 8,
    features: [{ properties: {}, geometry }],
  });
  const line = { type: 'LineString', coordinates: [BOX.slice(0, 2), BOX.slice(2)] };
  const layers = [
    layer('water', square(132.441, 34.391, 0.004)),
    layer('building', square(132.45, 34.4, 0.001)),
    layer('waterway', line),
  ] as unknown as Parameters<typeof vectorTiles>[0];
  const file = join(dataDir, 'basemaps', '99999', 'basemap.pmtiles');
  mkdirSync(dirname(file), { recursive: true });
  const archive = pmtilesArchive(vectorTiles(layers, [...BOX]), {
    ...({ type: 'mvt', tileCompression: 'gzip', center: [132.45, 34.4], centerZoom: 12 } as const),
    bounds: BOX,
    metadata: { attribution: '<a>架空の地図</a>' },
  });
  writeFileSync(file, archive);
  const ground = await readBaseGround(dataDir, '99999', BOX);
  expect(ground.credit).toBe('架空の地図');
  expect(ground.water.length).toBeGreaterThan(0);
  expect(ground.waterways.length).toBeGreaterThan(0);
  const corners = ground.buildings.flat(2);
  expect(corners.length).toBeGreaterThan(3);
  for (const [lng, lat] of corners) {
    expect(Math.abs(lng - 132.4505)).toBeLessThan(0.0006);
    expect(Math.abs(lat - 34.4005)).toBeLessThan(0.0006);
  }
});

it('draws nothing where there is no base map, or it cannot be read', async () => {
  const nothing = { water: [], waterways: [], buildings: [], credit: null };
  expect(await readBaseGround(dataDir, '11111', BOX)).toEqual(nothing);
  const file = join(dataDir, 'basemaps', '11111', 'basemap.pmtiles');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'no archive');
  expect(await readBaseGround(dataDir, '11111', BOX)).toEqual(nothing);
});
