import { gzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import type { Feature } from 'geojson';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '#contract/common';
import { CENTRE, PEOPLE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

const tileJsonSchema = z.object({ tiles: z.tuple([z.string()]) });

const featureOf = ({ geometry, properties }: Feature) => ({
  geometry,
  properties: properties ?? {},
});

/** The tile that holds a place. */
function tileAt([lng, lat]: readonly [number, number], z: number): string {
  const size = 2 ** z;
  const sine = Math.sin((lat * Math.PI) / 180);
  const x = Math.floor((lng / 360 + 0.5) * size);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size);
  return `${z}/${x}/${y}`;
}

describeApp('tiles over HTTP', (bench) => {
  const bytesOf = async (set: string, place: string) =>
    new Uint8Array(await (await bench().ask(`/tiles/${set}/${place}.mvt`)).arrayBuffer());
  const layerOf = async (set: string, place: string, layer = set) => {
    const [z = 0, x = 0, y = 0] = place.split('/').map(Number);
    const decoded = new VectorTile(new PbfReader(await bytesOf(set, place))).layers[layer];
    if (decoded === undefined) throw new Error(`no layer ${layer}`);
    return Array.from({ length: decoded.length }, (_, at) =>
      featureOf(decoded.feature(at).toGeoJSON(x, y, z)),
    );
  };

  test('zones: the red one over the yellow one, where they are', async () => {
    const features = await layerOf('zones', tileAt(CENTRE, 14));
    expect(features.map(({ properties }) => properties)).toMatchObject([
      { zoneClass: 'yellow', phenomenon: 'debris-flow', redNotSurveyed: 0 },
      { zoneClass: 'red', phenomenon: 'debris-flow', redNotSurveyed: 0 },
    ]);
    const red = features[1]?.geometry;
    const corners = red?.type === 'Polygon' ? (red.coordinates[0] ?? []) : [];
    expect(corners).toHaveLength(5);
    const halfSide = 50 / 111_000;
    for (const [lng = 0, lat = 0] of corners) {
      expect(Math.abs(lat - CENTRE[1])).toBeCloseTo(halfSide, 5);
      expect(Math.abs(lng - CENTRE[0])).toBeCloseTo(
        halfSide / Math.cos(CENTRE[1] * (Math.PI / 180)),
        5,
      );
    }
  });

  test('zones from afar: none vanishes, and those too small are drawn together without an id', async () => {
    const features = await layerOf('zones', tileAt(CENTRE, 6));
    expect(features.map(({ properties }) => properties.zoneClass).sort()).toEqual([
      'red',
      'yellow',
      'yellow-before-designation',
    ]);
    expect(features.every(({ properties }) => properties.id === undefined)).toBe(true);
  });

  test('districts with their names in a layer of points', async () => {
    const place = tileAt(CENTRE, 9);
    const areas = await layerOf('districts', place);
    const labels = await layerOf('districts', place, 'district-labels');
    expect(areas.map(({ properties }) => properties.name).sort()).toEqual(['山手', '浜手']);
    expect(labels.map(({ geometry }) => geometry.type)).toEqual(['Point', 'Point']);
  });

  test('shelters with what is known of them for landslides', async () => {
    const shelters = await layerOf('shelters', tileAt(CENTRE, 12));
    const known = shelters.map(({ properties: { name, landslide, red } }) => [
      name,
      landslide,
      red,
    ]);
    expect(known).toContainEqual(['山手小学校', 'no', 'inside']);
    expect(known).toContainEqual(['山手 小学校', 'unknown', 'near']);
    expect(known).toContainEqual(['浜手公園', 'yes', 'outside']);
  });

  test('residents one by one when near: ids and symbols, and nothing that names a person', async () => {
    const place = tileAt(CENTRE, 13);
    const residents = await layerOf('residents', place);
    expect(residents.length).toBeGreaterThanOrEqual(4);
    for (const { properties } of residents)
      expect(Object.keys(properties).sort()).toEqual(
        ['accuracy', 'id', 'power', 'red', 'relation', 'tier'].sort(),
      );
    const text = Buffer.from(await bytesOf('residents', place)).toString('utf8');
    for (const { name, kana, number } of PEOPLE) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(kana);
      expect(text).not.toContain(`架空町${number}`);
    }
  });

  test('residents in clusters when far, with how many are in tier 1 and in a red zone', async () => {
    const [cluster, ...others] = await layerOf('residents', tileAt(CENTRE, 5));
    expect(others).toEqual([]);
    expect(cluster?.properties).toEqual({ cluster: 1, count: 6, tier1: 1, insideRed: 1 });
  });

  test('a version in the address is kept for ever, except of people; without one it is asked again', async () => {
    const tileJson = (set: string) => bench().read(tileJsonSchema, `/tiles/${set}.json`);
    const versioned = async (set: string) =>
      fetch((await tileJson(set)).tiles[0].replace('{z}/{x}/{y}', tileAt(CENTRE, 13)));
    const zones = await versioned('zones');
    expect(zones.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(zones.headers.get('content-type')).toContain('vnd.mapbox-vector-tile');
    expect(zones.headers.get('content-encoding')).toBe('gzip');
    expect((await versioned('residents')).headers.get('cache-control')).toBe('no-store');

    const plain = await bench().ask(`/tiles/zones/${tileAt(CENTRE, 13)}.mvt`);
    expect(plain.headers.get('cache-control')).toBe('private, no-cache');
    const etag = plain.headers.get('etag') ?? '';
    const again = await bench().ask(`/tiles/zones/${tileAt(CENTRE, 13)}.mvt`, {
      headers: { 'If-None-Match': etag },
    });
    expect(again.status).toBe(304);
  });

  test('a client without gzip gets the same tile under another tag', async () => {
    const path = `/tiles/zones/${tileAt(CENTRE, 13)}.mvt`;
    const packed = await bench().ask(path, { headers: { 'Accept-Encoding': 'gzip' } });
    const plain = await bench().ask(path, { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('etag')).not.toBe(packed.headers.get('etag'));
    // fetch unpacks by itself.
    const [a, b] = [await packed.arrayBuffer(), await plain.arrayBuffer()];
    expect(gzipSync(Buffer.from(a))).toEqual(gzipSync(Buffer.from(b)));
  });

  test('an empty tile is no content; a tile beyond the grid is none', async () => {
    expect((await bench().ask('/tiles/zones/10/0/0.mvt')).status).toBe(204);
    const beyond = await bench().ask('/tiles/zones/1/2/0.mvt');
    expect(beyond.status).toBe(404);
    expect(problemSchema.parse(await beyond.json()).code).toBe('tile.unknown');
    expect((await bench().ask('/tiles/zones/17/0/0.mvt')).status).toBe(400);
    expect((await bench().ask('/tiles/rivers/1/0/0.mvt')).status).toBe(404);
  });
});
