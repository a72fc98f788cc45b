import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { openKsjA33 } from '#geodata/sources/ksj-a33';
import { type GmlZone, makeA33Gml, makeKsMeta } from '../support/make-a33-gml.ts';
import { makeZip } from '../support/make-zip.ts';
import { readItems, reasonCodes } from '../support/read-items.ts';
import { encodeCp932 } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection, square, zoneFeature } from '../support/zone-feature.ts';

const directory = temporaryDirectory();

function write(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const outer = '34.00 132.00 34.00 132.01 34.01 132.01 34.01 132.00 34.00 132.00';
const hole = '34.002 132.002 34.002 132.003\n34.003 132.003 34.003 132.002 34.002 132.002';
const attributes = {
  cop: '2',
  coz: '1',
  prc: '34',
  znn: '213-Ⅱ-001',
  znm: '汐路川',
  ads: '汐路市汐路',
  cus: '1',
};
const zone: GmlZone = { rings: [[outer], [hole]], attributes, notice: '20120228' };
const red: GmlZone = {
  rings: [[outer.replaceAll('.01', '.008')]],
  attributes: { ...attributes, coz: '2', cus: '0' },
  notice: '99990101',
};

const expected = {
  phenomenon: 'debris-flow',
  zoneClass: 'yellow',
  redNotSurveyed: true,
  prefectureCode: '34',
  zoneNumber: '213-Ⅱ-001',
  zoneName: '汐路川',
  place: '汐路市汐路',
  noticeDate: '2012-02-28',
  geometry: {
    type: 'MultiPolygon',
    coordinates: [[square(132, 34, 0.01), square(132.002, 34.002, 0.001)].map(roughly)],
  },
};

function roughly(ring: readonly (readonly [number, number])[]) {
  return ring.map(([lng, lat]) => [expect.closeTo(lng, 9), expect.closeTo(lat, 9)]);
}

describe('A33 GML', () => {
  it('follows xlinks from feature to surface to curve, latitude first', async () => {
    const { items, metadata } = await readItems(
      openKsjA33([write('a.xml', makeA33Gml([zone, red], { lines: 2 }))]),
    );
    expect(items.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'skipped',
      'skipped',
    ]);
    expect(items[0]).toMatchObject({ recordNumber: 1, value: expected });
    expect(items[1]).toMatchObject({
      value: { zoneClass: 'red', redNotSurveyed: false, noticeDate: null },
    });
    expect(reasonCodes(items[2])).toEqual(['zone.line']);
    expect(metadata).toMatchObject({ crs: 'EPSG:6668', notes: [] });
  });

  it('joins a ring of several curves, one of them drawn backwards', async () => {
    const pieces = [
      '34.00 132.00 34.00 132.01 34.01 132.01',
      '34.00 132.00 34.01 132.00 34.01 132.01',
    ];
    const { values } = await readItems(
      openKsjA33([write('pieces.xml', makeA33Gml([{ ...zone, rings: [pieces] }]))]),
    );
    expect(values[0]?.geometry.coordinates).toEqual([[roughly(square(132, 34, 0.01))]]);
  });

  it('rejects a feature whose curve is not there', async () => {
    const text = makeA33Gml([zone]).replace('gml:id="Cv0_1_0"', 'gml:id="other"');
    const { items } = await readItems(openKsjA33([write('missing.xml', text)]));
    expect(reasonCodes(items[0])).toEqual(['geometry.missing']);
    expect(items[0]).toMatchObject({ raw: expect.stringContaining('汐路川') });
  });

  it('reads Shift_JIS by the declaration', async () => {
    const text = encodeCp932(makeA33Gml([zone], { encoding: 'Shift_JIS' }));
    const { values } = await readItems(openKsjA33([write('sjis.xml', text)]));
    expect(values).toMatchObject([expected]);
  });

  it('refuses a file that is cut', async () => {
    const path = write('cut.xml', makeA33Gml([zone]).slice(0, -40));
    await expect(readItems(openKsjA33([path]))).rejects.toThrow(UnknownLayoutError);
  });
});

describe('the ZIP as downloaded', () => {
  it('reads the GML in it, and its date from the metadata; backslashes part folders', async () => {
    const zip = makeZip([
      { name: 'A33-24_34_GML\\KS-META-A33-24_34.xml', content: makeKsMeta('2024-09-30') },
      { name: 'A33-24_34_GML\\A33-24_34.xml', content: makeA33Gml([zone, red]) },
    ]);
    const { values, metadata } = await readItems(openKsjA33([write('A33-24_34_GML.zip', zip)]));
    expect(values).toHaveLength(2);
    expect(values[0]).toMatchObject(expected);
    expect(metadata.asOf).toBe('2024-09-30');
  });

  it('takes the date given by hand before that of the package', async () => {
    const zip = makeZip([
      { name: 'KS-META-A33.xml', content: makeKsMeta('2024-09-30') },
      { name: 'A33.xml', content: makeA33Gml([zone]) },
    ]);
    const source = openKsjA33([write('dated.zip', zip)], { asOf: '2025-04-01' });
    expect((await readItems(source)).metadata.asOf).toBe('2025-04-01');
  });

  it('reads one of several formats and says which it left', async () => {
    const zip = makeZip([
      { name: 'A33\\A33-24_34.xml', content: makeA33Gml([zone, red]) },
      { name: encodeCp932('A33\\区域表.geojson'), content: collection([zoneFeature()]) },
    ]);
    const { counts, metadata } = await readItems(openKsjA33([write('both.zip', zip)]));
    expect(counts).toEqual({ accepted: 1 });
    expect(metadata.notes.map(({ en }) => en)).toContain(
      'The data are there in several formats: geojson was read (left: A33/A33-24_34.xml)',
    );
  });

  it('refuses a broken and an encrypted ZIP, and tells at most the bytes of the file', async () => {
    const zip = makeZip([{ name: 'A33.xml', content: makeA33Gml([zone]) }]);
    const broken = openKsjA33([write('broken.zip', zip.subarray(0, -30))]);
    await expect(readItems(broken)).rejects.toThrow(UnknownLayoutError);
    const encrypted = Buffer.from(zip);
    encrypted.writeUInt16LE(1, zip.indexOf('PK\u0001\u0002', 0, 'latin1') + 8);
    const secret = openKsjA33([write('secret.zip', encrypted)]);
    await expect(readItems(secret)).rejects.toThrow(UnknownLayoutError);
    let bytes = 0;
    const onBytes = (read: number) => {
      bytes += read;
    };
    await readItems(openKsjA33([write('sound.zip', zip)], { onBytes }));
    expect(bytes).toBeGreaterThan(zip.length / 2);
    expect(bytes).toBeLessThanOrEqual(zip.length);
  });

  it('gives a zone one id whichever format it came in', async () => {
    const properties = {
      A33_001: 2,
      A33_002: 1,
      A33_003: 34,
      A33_004: '213-Ⅱ-001',
      A33_005: '汐路川',
      A33_006: '汐路市汐路',
      A33_007: '2012/2/28',
      A33_008: 1,
    };
    const geometry = {
      type: 'Polygon',
      coordinates: [square(132, 34, 0.01), square(132.002, 34.002, 0.001)],
    };
    const json = write('same.geojson', collection([zoneFeature({ properties, geometry })]));
    const gml = write('same.xml', makeA33Gml([zone]));
    const fromJson = await readItems(openKsjA33([json]));
    const fromGml = await readItems(openKsjA33([gml]));
    expect(fromGml.values[0]?.id).toBe(fromJson.values[0]?.id);
  });
});
