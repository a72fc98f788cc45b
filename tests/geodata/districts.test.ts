import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { openDistricts } from '#geodata/sources/districts';
import { makeKsMeta } from '../support/make-a33-gml.ts';
import { makeShapefile } from '../support/make-shapefile.ts';
import { makeZip } from '../support/make-zip.ts';
import { readItems, reasonCodes } from '../support/read-items.ts';
import { sharedData, skipWithout } from '../support/shared-data.ts';
import { encodeCp932 } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection, square } from '../support/zone-feature.ts';

const directory = temporaryDirectory();
let files = 0;

function write(content: string | Uint8Array, end = '.geojson'): string {
  files += 1;
  const path = join(directory, `districts-${files}${end}`);
  writeFileSync(path, content);
  return path;
}

const area = (properties: object, west: number, coordinates?: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: coordinates ?? [square(west, 31.4, 0.01)] },
});

describe('districts', () => {
  it('puts the polygons of one name into one geometry and counts them', async () => {
    const open = square(135.3, 31.4, 0.01).slice(0, -1);
    const { items, values, counts } = await readItems(
      openDistricts([
        write(
          collection([
            area({ name: '汐路' }, 135.2),
            area({ name: '松原' }, 135.4),
            area({ name: '汐路' }, 0, [open]),
            area({ name: '' }, 135.5),
            {
              type: 'Feature',
              properties: { name: '点' },
              geometry: { type: 'Point', coordinates: [135, 31] },
            },
            { type: 'Feature', properties: { name: '空' }, geometry: null },
          ]),
        ),
      ]),
    );
    expect(counts).toEqual({ accepted: 1, repaired: 1, skipped: 2, rejected: 2 });
    expect(items.map((item) => [item.outcome, item.recordNumber, ...reasonCodes(item)])).toEqual([
      ['skipped', 3, 'district.merged'],
      ['rejected', 4, 'district.name-missing'],
      ['skipped', 5, 'geometry.not-an-area'],
      ['rejected', 6, 'geometry.missing'],
      ['repaired', 1, 'geometry.ring-closed'],
      ['accepted', 2],
    ]);
    expect(values[0]).toEqual({
      name: '汐路',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [[square(135.2, 31.4, 0.01)], [square(135.3, 31.4, 0.01)]],
      },
    });
  });

  it.each([
    [{ N03_001: '広島県', N03_003: '佐伯郡', N03_004: '汐路町' }, '汐路町'],
    [{ N03_003: '広島市', N03_004: '中区' }, '広島市中区'],
    [{ N03_004: '広島市', N03_005: '中区' }, '広島市中区'],
    [{ N03_003: null, N03_004: '廿日市市', N03_007: '34213' }, '廿日市市'],
  ])('names a municipality of N03: %j', async (properties, name) => {
    const { values, metadata } = await readItems(
      openDistricts([write(collection([area(properties, 135.2)]))]),
    );
    expect(values).toMatchObject([{ name }]);
    expect(metadata.credit).toContain('行政区域データ');
  });

  it('groups small areas of e-Stat by a CSV, by name or code', async () => {
    const path = write(
      collection([
        area({ KEY_CODE: '992010010', S_NAME: '汐路１丁目' }, 135.2),
        area({ KEY_CODE: '992010020', S_NAME: '汐路２丁目' }, 135.3),
        area({ KEY_CODE: '992010030', S_NAME: '松原' }, 135.4),
        area({ KEY_CODE: '992010040', S_NAME: null }, 135.5),
      ]),
    );
    const table = 'area,district\n汐路1丁目,汐路地区\n992010020,汐路地区\n';
    const areaDistricts = write(encodeCp932(table), '.csv');
    const { items, values } = await readItems(openDistricts([path], { areaDistricts }));
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({ name: '汐路地区' });
    expect(values[0]?.geometry.coordinates).toHaveLength(2);
    expect(items.flatMap(reasonCodes)).toEqual([
      'district.merged',
      'district.area-without-district',
      'district.area-without-district',
    ]);
  });

  it('refuses a table of areas with other columns', async () => {
    const path = write(collection([area({ S_NAME: '汐路' }, 135.2)]));
    const areaDistricts = write('a,b\n1,2\n', '.csv');
    await expect(readItems(openDistricts([path], { areaDistricts }))).rejects.toThrow(
      UnknownLayoutError,
    );
  });

  it('takes the attribute that it is told, and refuses files without it', async () => {
    const path = write(collection([area({ name: '市', CHIKU: '汐路地区' }, 135.2)]));
    const { values } = await readItems(openDistricts([path], { nameAttribute: 'CHIKU' }));
    expect(values).toMatchObject([{ name: '汐路地区' }]);
    const other = openDistricts([path], { nameAttribute: 'KU' });
    await expect(readItems(other)).rejects.toThrow(UnknownLayoutError);
  });

  it('reads a Shapefile in a ZIP, and its date', async () => {
    const { shp, dbf } = makeShapefile(
      [{ rings: [square(135.2, 31.4, 0.01).toReversed()], attributes: { N03_004: '汐路市' } }],
      encodeCp932,
    );
    const zip = makeZip([
      { name: 'N03\\N03-20_99.shp', content: shp },
      { name: 'N03\\N03-20_99.dbf', content: dbf },
      { name: 'N03\\KS-META-N03.xml', content: makeKsMeta('2020-01-01') },
    ]);
    const { values, metadata } = await readItems(openDistricts([write(zip, '.zip')]));
    expect(values).toMatchObject([{ name: '汐路市' }]);
    expect(metadata).toMatchObject({ asOf: '2020-01-01', encoding: 'Shift_JIS (CP932)' });
  });

  it('refuses polygons without a name and lists', async () => {
    const path = write(collection([area({ x: 1 }, 135.2)]));
    await expect(readItems(openDistricts([path]))).rejects.toThrow(UnknownLayoutError);
    await expect(readItems(openDistricts([write('area,district\na,b\n', '.csv')]))).rejects.toThrow(
      UnknownLayoutError,
    );
  });
});

describe('the genuine boundary of Hatsukaichi', () => {
  const path = sharedData('boundaries/N03_geolonia_34213.geojson');

  it('has 23 polygons with 11 holes and 16,776 vertices', async (context) => {
    skipWithout(context, path);
    const { values, counts } = await readItems(openDistricts([path]));
    expect(counts).toEqual({ accepted: 1, skipped: 22 });
    const polygons = values[0]?.geometry.coordinates ?? [];
    expect(values[0]?.name).toBe('広島県廿日市市');
    expect(polygons).toHaveLength(23);
    expect(polygons.flatMap(([, ...holes]) => holes)).toHaveLength(11);
    expect(polygons.flat(2)).toHaveLength(16_776);
  });
});
