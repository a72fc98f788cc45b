import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASEMAP_LAYERS, BASEMAP_ZOOMS, TERRAIN_ZOOMS } from '#geodata/demo/basemap-layers';
import { type DemoCityManifest, generateDemoCity } from '#geodata/demo/generate';
import { pmtilesArchive } from '#geodata/demo/tiles/pmtiles-archive';
import { tilesOver } from '#geodata/demo/tiles/tile-grid';
import { SMALL } from './demo-small.ts';

/** An archive in memory, as a source of ranges. */
class MemorySource implements Source {
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  getKey(): string {
    return 'memory';
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: Uint8Array.from(this.#bytes.subarray(offset, offset + length)).buffer };
  }
}

describe('pmtilesArchive', () => {
  const tile = (zoom: number, x: number, y: number, text: string) => ({
    zoom,
    x,
    y,
    data: gzipSync(text),
  });
  const tiles = [
    tile(2, 3, 1, 'far'),
    tile(0, 0, 0, 'world'),
    tile(1, 0, 0, 'sea'),
    tile(1, 0, 1, 'sea'),
    tile(2, 0, 0, 'sea'),
    tile(14, 14_344, 6_700, 'town'),
  ];
  const archive = pmtilesArchive(tiles, {
    type: 'mvt',
    tileCompression: 'gzip',
    bounds: [135, 31, 135.5, 31.5],
    center: [135.25, 31.25],
    centerZoom: 12,
    metadata: { name: 'test' },
  });

  it('is read back tile by tile by the reference reader', async () => {
    const reader = new PMTiles(new MemorySource(archive));
    for (const { zoom, x, y, data } of tiles) {
      const found = await reader.getZxy(zoom, x, y);
      expect(Buffer.from(found!.data).toString(), `${zoom}/${x}/${y}`).toBe(
        gunzipSync(data).toString(),
      );
    }
    expect(await reader.getZxy(2, 2, 2)).toBeUndefined();
    expect(await reader.getMetadata()).toEqual({ name: 'test' });
  });

  it('says zooms, bounds and counts, and stores equal tiles once', async () => {
    const header = await new PMTiles(new MemorySource(archive)).getHeader();
    expect(header).toMatchObject({
      specVersion: 3,
      minZoom: 0,
      maxZoom: 14,
      minLon: 135,
      maxLat: 31.5,
      centerZoom: 12,
      clustered: true,
      numAddressedTiles: 6,
      numTileContents: 4,
    });
  });
});

describe('the base map of the demo city', () => {
  let directory: string;
  let manifest: DemoCityManifest;
  const open = async (file: string) =>
    new PMTiles(new MemorySource(await readFile(join(directory, file))));
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-tiles-'));
    manifest = await generateDemoCity({ seed: 'tiles', directory, size: SMALL });
  }, 120_000);
  afterAll(() => rm(directory, { recursive: true }));

  it('has land and roads from far to near, and houses near', async () => {
    const map = await open('basemap.pmtiles');
    const header = await map.getHeader();
    expect([header.minZoom, header.maxZoom]).toEqual([BASEMAP_ZOOMS.least, BASEMAP_ZOOMS.greatest]);
    const layersAt = async (zoom: number) => {
      let text = '';
      for (const { x, y } of tilesOver(manifest.bbox, zoom)) {
        const tile = await map.getZxy(zoom, x, y);
        if (tile) text += Buffer.from(tile.data).toString('latin1');
      }
      return Object.values(BASEMAP_LAYERS).filter((layer) => text.includes(layer));
    };
    expect(await layersAt(8)).toEqual(expect.arrayContaining(['land', 'road', 'place']));
    expect(await layersAt(8)).not.toContain('building');
    expect(await layersAt(14)).toEqual(
      expect.arrayContaining([
        'land',
        'landcover',
        'waterway',
        'contour',
        'road',
        'building',
        'place',
      ]),
    );
  });

  it('names in its metadata the layers that its tiles hold', async () => {
    const metadata = await (await open('basemap.pmtiles')).getMetadata();
    const listed = (metadata as { vector_layers: { id: string }[] }).vector_layers.map(
      ({ id }) => id,
    );
    expect(Object.values(BASEMAP_LAYERS)).toEqual(expect.arrayContaining(listed));
  });

  it('has elevation of every tile: mountains on land, the sea at 0', async () => {
    const relief = await open('terrain.pmtiles');
    let highest = 0;
    let lowest = Number.POSITIVE_INFINITY;
    for (const { zoom, x, y } of tilesOver(manifest.bbox, TERRAIN_ZOOMS.greatest)) {
      const tile = await relief.getZxy(zoom, x, y);
      const { data } = PNG.sync.read(Buffer.from(tile!.data));
      for (let at = 0; at < data.length; at += 4) {
        const meters = data[at]! * 256 + data[at + 1]! + data[at + 2]! / 256 - 32_768;
        highest = Math.max(highest, meters);
        lowest = Math.min(lowest, meters);
      }
    }
    expect(lowest).toBe(0);
    expect(highest).toBeGreaterThan(100);
    expect(highest).toBeLessThan(2000);
  });
});
