import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baseMapListSchema } from '#contract/base-map';
import { pmtilesArchive } from '#geodata/demo/tiles/pmtiles-archive';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { listBaseMaps } from '../../server/services/read/base-maps.ts';
import { describeApp } from './support/http-bench.ts';

const archive = (type: 'mvt' | 'png', metadata: Record<string, unknown>) =>
  pmtilesArchive([{ zoom: 0, x: 0, y: 0, data: new Uint8Array([1, 2, 3]) }], {
    type,
    tileCompression: 'none',
    bounds: [132, 34, 133, 35],
    center: [132.5, 34.5],
    centerZoom: 0,
    metadata,
  });

describeApp('base maps to choose from', (bench) => {
  const directory = () => join(bench().dataDir, 'basemaps');
  const list = async () => {
    const answer = await fetch(`${bench().url}/api/base-maps`);
    return baseMapListSchema.parse(await answer.json());
  };

  test('archives that lie in the folder, with name and credit; what cannot be read is named', async () => {
    mkdirSync(directory(), { recursive: true });
    writeFileSync(join(directory(), '航空写真.pmtiles'), archive('png', { name: '航空写真2025' }));
    writeFileSync(
      join(directory(), 'town.pmtiles'),
      archive('mvt', {
        attribution: '<a href="https://example.jp">架空市</a>',
        vector_layers: [{ id: 'water' }, { id: 'road' }],
      }),
    );
    writeFileSync(join(directory(), 'broken.pmtiles'), 'PMTiles 0123456789');
    writeFileSync(join(directory(), 'roster.csv'), 'secret');
    const { baseMaps, unreadable } = await list();
    expect(unreadable).toEqual(['broken.pmtiles']);
    expect(baseMaps).toMatchObject([
      {
        id: 'file.town.pmtiles',
        kind: 'vector',
        credit: '架空市',
        vectorLayers: ['water', 'road'],
      },
      {
        id: 'file.航空写真.pmtiles',
        kind: 'raster',
        name: { ja: '航空写真2025' },
        isOutside: false,
      },
    ]);
    for (const { url } of baseMaps) {
      const part = await fetch(bench().url + url, { headers: { Range: 'bytes=0-6' } });
      expect([part.status, await part.text()]).toEqual([206, 'PMTiles']);
    }
  });

  test('nothing else is served from there', async () => {
    for (const name of ['roster.csv', '..%2Fdb.pmtiles', '.hidden.pmtiles', 'none.pmtiles'])
      expect((await fetch(`${bench().url}/basemap/shared/${name}`)).status, name).toBe(404);
  });

  test('nothing outside unless the operator says so; then that one host and no other', async () => {
    const policyOf = async (url: string) =>
      (await fetch(`${url}/healthz`)).headers.get('content-security-policy') ?? '';
    expect(await policyOf(bench().url)).not.toContain('http');
    expect((await list()).baseMaps.some(({ isOutside }) => isOutside)).toBe(false);

    const config = readConfig({ GSI_TILES: 'pale, photo' });
    const gsiTiles = config.ok ? config.value.gsiTiles : [];
    expect((await listBaseMaps('/nowhere', gsiTiles)).baseMaps.map(({ id }) => id)).toEqual([
      'gsi.pale',
      'gsi.photo',
    ]);
    const { context } = bench();
    const app = createApp({ ...context, settings: { ...context.settings, gsiTiles } });
    const server = app.listen(0, '127.0.0.1');
    try {
      await new Promise((done) => server.once('listening', done));
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const policy = await policyOf(`http://127.0.0.1:${port}`);
      expect(policy.match(/https?:\/\/[^ ;]+/g)).toEqual(['https://cyberjapandata.gsi.go.jp']);
    } finally {
      server.close();
    }
    expect(readConfig({ GSI_TILES: 'pale,everything' })).toMatchObject({ ok: false });
  });
});
