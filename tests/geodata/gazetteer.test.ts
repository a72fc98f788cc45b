import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import { type ImportItem, UnknownLayoutError } from '#geodata/item';
import { openGazetteer } from '#geodata/sources/gazetteer';
import { BLOCK_CSV, TOWN_CSV } from '../support/gazetteer-csv.ts';
import { HATSUKAICHI_TOWNS, skipWithout } from '../support/shared-data.ts';
import { encodeCp932 } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;

async function readFiles(paths: readonly string[], onBytes?: (bytes: number) => void) {
  const source = openGazetteer(paths, { onBytes });
  const items: ImportItem<GazetteerEntry>[] = [];
  for await (const item of source.items) items.push(item);
  return { items, metadata: source.metadata() };
}

async function read(...contents: readonly (string | Uint8Array)[]) {
  return readFiles(
    contents.map((content) => {
      files += 1;
      const path = join(directory, `gazetteer-${files}`);
      writeFileSync(path, content);
      return path;
    }),
  );
}

const values = (items: readonly ImportItem<GazetteerEntry>[]) =>
  items.flatMap((item) => ('value' in item ? [item.value] : []));

describe('位置参照情報', () => {
  it('reads blocks of a CP932 file, 小字 included', async () => {
    const { items, metadata } = await read(encodeCp932(BLOCK_CSV));
    expect(values(items)[0]).toEqual({
      prefecture: '広島県',
      city: '汐路市',
      town: '浜見一丁目',
      koaza: null,
      block: '1',
      position: [135.201, 31.401],
      level: 'block',
    });
    expect(values(items).find(({ koaza }) => koaza !== null)).toMatchObject({
      town: '山手',
      koaza: '北平',
      block: '45',
    });
    expect(metadata).toMatchObject({
      encoding: 'Shift_JIS (CP932)',
      crs: 'EPSG:6668',
      credit: '位置参照情報(国土交通省)を加工して作成',
    });
  });

  it('leaves out what the history flag says is gone, and counts it', async () => {
    const { items } = await read(BLOCK_CSV);
    expect(items.filter(({ outcome }) => outcome === 'skipped')).toMatchObject([
      { reason: { code: 'gazetteer.deleted' } },
    ]);
  });

  it('reads towns', async () => {
    const { items } = await read(encodeCp932(TOWN_CSV));
    expect(values(items)).toHaveLength(8);
    expect(values(items)[0]).toMatchObject({ town: '浜見一丁目', block: null, level: 'town' });
  });

  it('rejects places without a name or position, by line', async () => {
    const { items } = await read(
      '都道府県名,市区町村名,大字町丁目名,緯度,経度\n広島県,汐路市,,31.4,135.2\n広島県,汐路市,浜見,0,0\n広島県,汐路市,磯,31.4\n',
    );
    expect(items).toMatchObject([
      { outcome: 'rejected', recordNumber: 2, reason: { code: 'gazetteer.no-town' } },
      { outcome: 'rejected', recordNumber: 3, reason: { code: 'gazetteer.no-position' } },
      { outcome: 'rejected', recordNumber: 4, raw: '広島県,汐路市,磯,31.4' },
    ]);
  });
});

describe('lists of towns', () => {
  it('reads JSON', async () => {
    const { items, metadata } = await read(
      '\ufeff [{"town":"浜見","koaza":"","lat":31.4,"lng":135.2},{"town":"磯","lat":null,"lng":1}]',
    );
    expect(items).toMatchObject([
      { outcome: 'accepted', recordNumber: 1, value: { town: '浜見', city: null, koaza: null } },
      { outcome: 'rejected', recordNumber: 2, raw: '{"town":"磯","lat":null,"lng":1}' },
    ]);
    expect(metadata.credit).toBe('Geolonia 住所データ(CC BY 4.0)');
  });

  it('credits every source of several files', async () => {
    const { metadata } = await read(TOWN_CSV, '[{"town":"浜見","lat":31.4,"lng":135.2}]');
    expect(metadata.credit).toContain('国土交通省');
    expect(metadata.credit).toContain('Geolonia');
  });

  it('reads the 200 towns of Hatsukaichi', async (context) => {
    skipWithout(context, HATSUKAICHI_TOWNS);
    let bytes = 0;
    const { items } = await readFiles([HATSUKAICHI_TOWNS], (more) => {
      bytes += more;
    });
    expect(values(items)).toHaveLength(200);
    expect(items.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(bytes).toBeGreaterThan(10_000);
  });

  it.each([
    ['another CSV', '氏名,住所\n架空 花子,汐路市\n', '氏名, 住所'],
    ['another list', '[{"name":"浜見"}]', 'name'],
    ['an object', '{"type":"FeatureCollection"}', 'JSON that is an object'],
    ['nothing', '', 'empty'],
    ['broken JSON', '[{"town":"浜見"', 'broken JSON'],
    ['a workbook', 'PK\u0003\u0004 [Content_Types].xml', 'Excel workbook'],
  ])('refuses %s', async (_what, content, found) => {
    const error = await read(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnknownLayoutError);
    expect(error instanceof UnknownLayoutError && error.found.en).toContain(found);
    expect(error instanceof UnknownLayoutError && error.expected.ja).toContain('位置参照情報');
  });
});
