import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suggestWelfareMapping } from '#geodata/mappers/shelter-welfare-columns';
import { previewTable } from '#geodata/recognise/preview-table';
import { recogniseFiles } from '#geodata/recognise/recognise-files';
import { wrongFile } from '#geodata/recognise/wrong-file';
import { openWelfareShelters } from '#geodata/sources/welfare-shelters';
import { readItems } from '../support/read-items.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection, zoneFeature } from '../support/zone-feature.ts';

const directory = temporaryDirectory();
const write = (name: string, content: string | Uint8Array) => {
  const path = join(directory, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};

test('what no source reads is told plainly', async () => {
  const told = async (name: string, content: string | Uint8Array) =>
    (await wrongFile(write(name, content)))?.ja ?? null;
  expect(await told('nothing.csv', '')).toContain('空のファイルです');
  expect(await told('blank.csv', '\ufeff\r\n \r\n')).toContain('空のファイルです');
  expect(await told('roster.csv', '%PDF-1.7\n%âãÏÓ')).toContain('PDFのファイルです');
  expect(await told('photo.csv', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toContain('画像');
  expect(await told('old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('古い形式');
  expect(await told('other.csv', '列1,列2\r\nア,イ\r\n')).toBeNull();
});

describe('what was put in at once', () => {
  test('is parted into what is imported at once', async () => {
    const zones = collection([zoneFeature()]);
    const list = (name: string) =>
      write(name, '共通ID,施設・場所名,住所,受入対象者,緯度,経度\nE1,汐路小,汐路1,,31.4,135.2\n');
    const files = [
      write('a.geojson', zones),
      write('b.geojson', zones),
      list('one.csv'),
      list('two.csv'),
      write('text.txt', 'ただの文章です。\n'),
      write('empty', ''),
    ];
    const groups = await recogniseFiles(files);
    expect(
      groups.map(({ files: own, candidates }) => [own.map((one) => basename(one)), candidates[0]]),
    ).toEqual([
      [['a.geojson', 'b.geojson'], 'ksj-a33'],
      [['one.csv'], 'gsi-shelters'],
      [['two.csv'], 'gsi-shelters'],
      [['text.txt'], undefined],
      [['empty'], undefined],
    ]);
  });

  test('the parts of a Shapefile stay together', async () => {
    const names = ['p/z.shp', 'p/z.DBF', 'p/z.prj', 'p/z.shx'];
    const groups = await recogniseFiles(names.map((name) => write(name, 'x')));
    expect(groups.map(({ files }) => files.length)).toEqual([4]);
  });
});

describe('the first rows', () => {
  test('of a list under its title, in any encoding', async () => {
    const text = '避難所一覧\r\n番号,名前\r\n1,汐路小\r\n2,汐路中\r\n';
    expect(
      await previewTable([write('utf16.csv', Buffer.from(`\ufeff${text}`, 'utf16le'))], 1),
    ).toEqual({
      headers: ['番号', '名前'],
      rows: [['1', '汐路小']],
    });
  });

  test('of features, with the attributes as they are called in the file', async () => {
    const table = await previewTable([write('c.geojson', collection([zoneFeature()]))], 5);
    expect(table?.headers).toContain('A33_001');
    expect(table?.rows).toHaveLength(1);
  });

  test('of what is neither', async () => {
    expect(await previewTable([write('p.png', '\u0089PNG\u0000\u0000')], 5)).toBeNull();
    expect(await previewTable([write('none', '')], 5)).toBeNull();
    expect(await previewTable([], 5)).toBeNull();
  });
});

describe('a list of welfare shelters with headers of its own', () => {
  test('is read by the mapping that its headers suggest', async () => {
    const headers = ['施設名', '所在地', '対象者', '収容人数', '余分'];
    const welfareMapping = suggestWelfareMapping(headers);
    expect(welfareMapping).toMatchObject({ 名称: '施設名', 住所: '所在地', 備考: null });
    const path = write('w.csv', `${headers.join(',')}\r\n汐路苑,汐路1,高齢者、障害者,30,x\r\n`);
    const { items } = await readItems(openWelfareShelters([path], { welfareMapping }));
    expect(items).toMatchObject([
      {
        outcome: 'accepted',
        value: { name: '汐路苑', acceptedGroups: ['高齢者', '障害者'], capacity: 30, basis: null },
      },
    ]);
    await expect(readItems(openWelfareShelters([path]))).rejects.toThrow('unknown layout');
  });
});
