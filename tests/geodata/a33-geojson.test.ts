import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { openKsjA33 } from '#geodata/sources/ksj-a33';
import type { SourceOptions } from '#geodata/sources/source-options';
import { readItems, reasonCodes } from '../support/read-items.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection, square, zoneFeature } from '../support/zone-feature.ts';

const directory = temporaryDirectory();
let files = 0;

function write(text: string): string {
  files += 1;
  const path = join(directory, `zones-${files}.geojson`);
  writeFileSync(path, text);
  return path;
}

const read = (features: readonly object[], members: object = {}, options: SourceOptions = {}) =>
  readItems(openKsjA33([write(collection(features, members))], options));

describe('A33 GeoJSON', () => {
  it('reads every attribute', async () => {
    const { items, metadata } = await read([zoneFeature()]);
    expect(items).toEqual([
      {
        outcome: 'accepted',
        recordNumber: 1,
        value: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          phenomenon: 'slope-failure',
          zoneClass: 'yellow',
          redNotSurveyed: false,
          prefectureCode: '34',
          zoneNumber: '213-001',
          zoneName: '汐路一丁目',
          place: '汐路市汐路一丁目',
          noticeDate: '2012-02-28',
          geometry: { type: 'MultiPolygon', coordinates: [[square(132, 34, 0.01)]] },
        },
      },
    ]);
    expect(metadata).toMatchObject({ crs: 'EPSG:6668', asOf: null, notes: [] });
    expect(metadata.credit).toContain('国土数値情報');
  });

  it.each([
    [1, 'slope-failure', 1, 'yellow'],
    [2, 'debris-flow', 3, 'yellow-before-designation'],
    ['3', 'landslide', '2', 'red'],
    ['０２', 'debris-flow', ' 4 ', 'red-before-designation'],
  ])(
    'codes as numbers and as texts: %j, %j',
    async (phenomenonCode, phenomenon, code, zoneClass) => {
      const properties = { A33_001: phenomenonCode, A33_002: code };
      const { values } = await read([zoneFeature({ properties })]);
      expect(values).toMatchObject([{ phenomenon, zoneClass }]);
    },
  );

  it.each([
    ['2012/2/28', '2012-02-28'],
    ['20120228', '2012-02-28'],
    ['平成24年2月28日', '2012-02-28'],
    ['9999/1/1', null],
    ['', null],
    [null, null],
  ])('date of notice %j is %j', async (text, noticeDate) => {
    const { items } = await read([zoneFeature({ properties: { A33_007: text } })]);
    expect(items).toMatchObject([{ outcome: 'accepted', value: { noticeDate } }]);
  });

  it('takes a date that does not exist as unknown, and says so', async () => {
    const { items, values } = await read([zoneFeature({ properties: { A33_007: '2012/2/30' } })]);
    expect(values).toMatchObject([{ noticeDate: null }]);
    expect(reasonCodes(items[0])).toEqual(['zone.unreadable-date']);
  });

  it.each([
    [0, false],
    ['0', false],
    [null, false],
    [1, true],
    ['1', true],
    ['？', true],
  ])('A33_008 = %j: red zone not surveyed is %j', async (flag, redNotSurveyed) => {
    const { values } = await read([zoneFeature({ properties: { A33_008: flag } })]);
    expect(values).toMatchObject([{ redNotSurveyed }]);
  });

  it('rejects unknown codes and unusable geometries with the reason and the text', async () => {
    const features = [
      zoneFeature({ properties: { A33_001: 4 } }),
      zoneFeature({ properties: { A33_002: null } }),
      zoneFeature({ geometry: null }),
      zoneFeature({ geometry: { type: 'Polygon', coordinates: [] } }),
      zoneFeature({ geometry: { type: 'Polygon', coordinates: [square(25_000, -170_000, 9)] } }),
    ];
    const { items, counts } = await read(features);
    expect(items.map((item) => reasonCodes(item)[0])).toEqual([
      'zone.unknown-phenomenon',
      'zone.unknown-class',
      'geometry.missing',
      'geometry.missing',
      'geometry.outside-japan',
    ]);
    expect(counts).toEqual({ rejected: 5 });
    expect(items[4]).toMatchObject({ recordNumber: 5, raw: JSON.stringify(features[4]) });
  });

  it('skips lines and counts them', async () => {
    const line = { type: 'LineString', coordinates: square(132, 34, 0.01) };
    const { items, counts } = await read([zoneFeature(), zoneFeature({ geometry: line })]);
    expect(counts).toEqual({ accepted: 1, skipped: 1 });
    expect(reasonCodes(items[1])).toEqual(['zone.line']);
  });

  it('skips what is the same in everything, and keeps what differs in anything', async () => {
    const { items, counts, values } = await read([
      zoneFeature(),
      zoneFeature(),
      zoneFeature({ properties: { A33_002: 2 } }),
      zoneFeature({ properties: { A33_005: '汐路二丁目' } }),
      zoneFeature({ geometry: { type: 'Polygon', coordinates: [square(132, 34, 0.0100001)] } }),
    ]);
    expect(counts).toEqual({ accepted: 4, skipped: 1 });
    expect(reasonCodes(items[1])).toEqual(['zone.duplicate']);
    expect(new Set(values.map(({ id }) => id)).size).toBe(4);
  });

  it('gives the same ids when the same file is read again, and in another order', async () => {
    const features = [1, 2, 3].map((zone) =>
      zoneFeature({ properties: { A33_004: String(zone) } }),
    );
    const first = await read(features);
    const second = await read(features.toReversed());
    expect(second.values.map(({ id }) => id).toReversed()).toEqual(
      first.values.map(({ id }) => id),
    );
  });

  it('says what it mended', async () => {
    const open = square(132, 34, 0.01).slice(0, -1);
    const { items } = await read([
      zoneFeature({ geometry: { type: 'Polygon', coordinates: [open] } }),
    ]);
    expect(items[0]).toMatchObject({ outcome: 'repaired' });
    expect(reasonCodes(items[0])).toEqual(['geometry.ring-closed']);
  });

  it('reads a feature that is no JSON as rejected and goes on', async () => {
    const text = collection([zoneFeature(), zoneFeature({ properties: { A33_004: 'b' } })]);
    const { counts } = await readItems(openKsjA33([write(text.replace('34.01', 'NaN'))]));
    expect(counts).toEqual({ accepted: 1, rejected: 1 });
  });
});

describe('coordinate systems of GeoJSON', () => {
  const plane = zoneFeature({
    geometry: { type: 'Polygon', coordinates: [square(25_000.5, -170_000.25, 100)] },
  });
  const crs = (name: string) => ({ type: 'name', properties: { name } });
  const corner = (values: readonly { geometry: { coordinates: readonly unknown[] } }[]) =>
    JSON.parse(JSON.stringify(values[0]?.geometry.coordinates[0]))[0][0] as [number, number];

  it('takes CRS84 as it is', async () => {
    const { values, metadata } = await read([zoneFeature()], {
      crs: crs('urn:ogc:def:crs:OGC:1.3:CRS84'),
    });
    expect(metadata.crs).toBe('OGC:CRS84');
    expect(corner(values)).toEqual([132, 34]);
  });

  it('finds a crs member before and behind the features', async () => {
    const before = await read([plane], { crs: crs('urn:ogc:def:crs:EPSG::6671') });
    const text = collection([plane]).replace(/\}$/, `,"crs":${JSON.stringify(crs('EPSG:6671'))}}`);
    const behind = await readItems(openKsjA33([write(text)]));
    expect(before.metadata.crs).toBe('EPSG:6671');
    expect(corner(before.values)[0]).toBeCloseTo(132.43880518338844, 9);
    expect(behind.values).toEqual(before.values);
  });

  it('takes the zone as an option where the file does not say', async () => {
    const { values } = await read([plane], {}, { planeZone: 3 });
    expect(corner(values)[1]).toBeCloseTo(34.46724919790402, 9);
  });

  it('refuses a system that it does not know', async () => {
    await expect(read([plane], { crs: crs('EPSG:4301') })).rejects.toThrow(UnknownLayoutError);
  });
});

describe('what is no A33 GeoJSON', () => {
  it.each([
    [
      'other attributes',
      collection([{ type: 'Feature', properties: { name: 'x' }, geometry: null }]),
    ],
    ['no features', collection([])],
    ['a cut file', collection([zoneFeature()]).slice(0, -20)],
    ['a list', '[{"town": "汐路"}]'],
    ['a table', 'id,name\n1,x\n'],
  ])('refuses %s, naming what was expected', async (_, text) => {
    await expect(readItems(openKsjA33([write(text)]))).rejects.toThrow(UnknownLayoutError);
  });
});

describe('clip to a municipality', () => {
  it('keeps what touches it: inside, across, around, at its edge; the rest is skipped', async () => {
    const clip = {
      type: 'MultiPolygon' as const,
      coordinates: [[square(132, 34, 0.1)]],
    };
    const at = (west: number, south: number, size: number) =>
      zoneFeature({ geometry: { type: 'Polygon', coordinates: [square(west, south, size)] } });
    const { items } = await read(
      [
        at(132.05, 34.05, 0.01),
        at(132.095, 34.05, 0.01),
        at(131.9, 33.9, 0.3),
        at(132.1, 34.05, 0.01),
        at(132.101, 34.05, 0.01),
        at(131.5, 33.5, 0.01),
      ],
      {},
      { clip },
    );
    expect(items.map((item) => reasonCodes(item)[0] ?? item.outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'zone.outside-clip',
      'zone.outside-clip',
    ]);
  });
});

describe('progress', () => {
  it('counts every byte of the file once', async () => {
    const path = write(collection([zoneFeature(), zoneFeature({ properties: { A33_004: 'b' } })]));
    let bytes = 0;
    await readItems(
      openKsjA33([path], {
        onBytes: (read) => {
          bytes += read;
        },
      }),
    );
    expect(bytes).toBe((await import('node:fs')).statSync(path).size);
  });
});
