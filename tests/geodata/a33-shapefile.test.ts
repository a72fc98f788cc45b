import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { openKsjA33 } from '#geodata/sources/ksj-a33';
import { makeShapefile, POLYLINE, type ShapeRecord } from '../support/make-shapefile.ts';
import { makeZip } from '../support/make-zip.ts';
import { readItems, reasonCodes } from '../support/read-items.ts';
import { encodeCp932 } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { square } from '../support/zone-feature.ts';

const directory = temporaryDirectory();
const utf8 = (text: string): Uint8Array => Buffer.from(text);

const PRJ_ZONE_3 =
  'PROJCS["JGD_2011_Japan_Zone_3",GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",132.1666666666667],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",36.0],UNIT["Meter",1.0]]';

const attributes = {
  A33_001: '2',
  A33_002: '1',
  A33_003: '34',
  A33_004: '213-001',
  A33_005: '表通り能美川',
  A33_006: '汐路市汐路',
  A33_007: '2012/2/28',
  A33_008: '0',
};
/** Outer rings of a Shapefile run clockwise, holes the other way. */
const metric: ShapeRecord = {
  rings: [square(25_000.5, -170_000.25, 100).toReversed(), square(25_020, -169_980, 10)],
  attributes,
};

let folders = 0;
function write(parts: Readonly<Record<string, string | Uint8Array>>): string {
  folders += 1;
  const folder = join(directory, `shape-${folders}`);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(parts)) writeFileSync(join(folder, name), content);
  return join(folder, 'zones.shp');
}

const open = (
  records: readonly ShapeRecord[],
  encode: (text: string) => Uint8Array,
  others: Readonly<Record<string, string>>,
) => {
  const { shp, dbf } = makeShapefile(records, encode);
  return write({ 'zones.shp': shp, 'zones.DBF': dbf, ...others });
};

describe('A33 Shapefile', () => {
  it.each([
    ['CP932, detected', encodeCp932, {}, 'Shift_JIS (CP932)'],
    ['CP932 by .cpg', encodeCp932, { 'zones.cpg': 'ANSI 932' }, 'Shift_JIS (CP932)'],
    ['UTF-8, detected', utf8, {}, 'UTF-8'],
    ['UTF-8 by .cpg', utf8, { 'zones.cpg': 'UTF-8' }, 'UTF-8'],
  ])('plane rectangular zone III by its .prj; attributes in %s', async (_, encode, cpg, label) => {
    const path = open([metric], encode, { 'zones.prj': PRJ_ZONE_3, ...cpg });
    const { items, metadata } = await readItems(openKsjA33([path]));
    expect(items).toMatchObject([
      {
        outcome: 'accepted',
        recordNumber: 1,
        value: {
          phenomenon: 'debris-flow',
          zoneClass: 'yellow',
          zoneName: '表通り能美川',
          place: '汐路市汐路',
          noticeDate: '2012-02-28',
        },
      },
    ]);
    expect(metadata).toMatchObject({ crs: 'EPSG:6671', encoding: label, notes: [] });
    const [polygon] = items.flatMap((item) => ('value' in item ? [item.value.geometry] : []));
    expect(polygon?.coordinates.map((rings) => rings.map((ring) => ring.length))).toEqual([[5, 5]]);
    // By PostGIS: ST_Transform(POINT(25000.5 -170000.25), 6671 → 6668).
    const [lng, lat] = polygon?.coordinates[0]?.[0]?.[0] ?? [0, 0];
    expect(lng).toBeCloseTo(132.43880518338844, 9);
    expect(lat).toBeCloseTo(34.46724919790402, 9);
  });

  it('takes the zone as an option where there is no .prj, and refuses to guess', async () => {
    const path = open([metric], utf8, {});
    await expect(readItems(openKsjA33([path]))).rejects.toThrow(UnknownLayoutError);
    const { values } = await readItems(openKsjA33([path], { planeZone: 3 }));
    expect(values[0]?.geometry.coordinates[0]?.[0]?.[0]?.[1]).toBeCloseTo(34.46724919790402, 9);
  });

  it('takes degrees without a .prj as JGD2011', async () => {
    const record = { rings: [square(132, 34, 0.01).toReversed()], attributes };
    const { counts, metadata } = await readItems(openKsjA33([open([record], utf8, {})]));
    expect(counts).toEqual({ accepted: 1 });
    expect(metadata.crs).toBe('EPSG:6668');
  });

  it('rejects records without a shape, skips those of a line layer', async () => {
    const path = open([metric, { rings: null, attributes }], utf8, { 'zones.prj': PRJ_ZONE_3 });
    const lines = makeShapefile([metric], utf8, POLYLINE);
    const folder = path.slice(0, -'zones.shp'.length);
    for (const [end, content] of Object.entries(lines))
      writeFileSync(join(folder, `lines.${end}`), content);
    writeFileSync(join(folder, 'lines.prj'), PRJ_ZONE_3);
    const { items, counts } = await readItems(openKsjA33([path, join(folder, 'lines.shp')]));
    expect(counts).toEqual({ accepted: 1, rejected: 1, skipped: 1 });
    expect(items.flatMap(reasonCodes)).toEqual(['geometry.missing', 'zone.line']);
  });

  it.each([
    ['without its .dbf', (shp: Buffer) => ({ 'zones.shp': shp })],
    [
      'that is cut',
      (shp: Buffer, dbf: Buffer) => ({ 'zones.shp': shp.subarray(0, -50), 'zones.dbf': dbf }),
    ],
  ])('refuses a file %s', async (_, parts) => {
    const { shp, dbf } = makeShapefile([metric], utf8);
    const path = write({ ...parts(shp, dbf), 'zones.prj': PRJ_ZONE_3 });
    await expect(readItems(openKsjA33([path]))).rejects.toThrow(UnknownLayoutError);
  });

  it('is read inside a ZIP, from the UTF-8 folder where there are two', async () => {
    const part = (folder: string, encode: (text: string) => Uint8Array) => {
      const { shp, dbf } = makeShapefile([metric], encode);
      return [
        { name: `${folder}\\zones.shp`, content: shp },
        { name: `${folder}\\zones.dbf`, content: dbf },
        { name: `${folder}\\zones.prj`, content: PRJ_ZONE_3 },
      ];
    };
    const zip = makeZip([...part('Shift-JIS', encodeCp932), ...part('UTF-8', utf8)]);
    const path = write({ 'zones.shp': zip });
    const { values, metadata } = await readItems(openKsjA33([path]));
    expect(values).toMatchObject([{ zoneName: '表通り能美川' }]);
    expect(metadata.encoding).toBe('UTF-8');
    expect(metadata.notes).toHaveLength(1);
  });
});
