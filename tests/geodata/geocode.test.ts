import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { findCandidates } from '#geodata/geocode/candidates';
import { approximateMeters } from '#geodata/geocode/distance';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import { buildGeocoder, type Geocoder } from '#geodata/geocode/geocoder';
import { normalizeAddress } from '#geodata/geocode/normalize-address';
import { openGazetteer } from '#geodata/sources/gazetteer';
import { BLOCK_CSV, TOWN_CSV } from '../support/gazetteer-csv.ts';
import { HATSUKAICHI_TOWNS, skipWithout } from '../support/shared-data.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();

async function readEntries(paths: readonly string[]): Promise<GazetteerEntry[]> {
  const entries: GazetteerEntry[] = [];
  for await (const item of openGazetteer(paths).items)
    if ('value' in item) entries.push(item.value);
  return entries;
}

let geocode: Geocoder;
beforeAll(async () => {
  const paths = [join(directory, 'block.csv'), join(directory, 'town.csv')];
  writeFileSync(paths[0]!, BLOCK_CSV);
  writeFileSync(paths[1]!, TOWN_CSV);
  geocode = buildGeocoder(await readEntries(paths), { prefecture: '広島県', city: '汐路市' });
});

describe('blocks', () => {
  it.each([
    '広島県汐路市浜見一丁目2番3号',
    '汐路市浜見一丁目2番3号',
    '浜見一丁目2番3号',
    '浜見1丁目2番3号',
    '浜見１丁目２番３号',
    '浜見 1 丁目 2 番 3 号',
    '浜見１－２－３',
    '浜見1-2-3',
    '浜見1−2−3',
    '浜見１ー２ー３',
    '浜見一ー二ー三',
    '浜見1丁目2-3',
    '浜見一丁目二番三号',
    '浜見1丁目2番地3',
    '浜見一丁目2番地の3',
    '浜見1丁目2の3',
    '浜見1丁目2番3号　浜見荘101号室',
    '浜見1-2-3-101',
    '〒739-0000 広島県 汐路市 浜見1丁目2-3',
  ])('%s is block 2', (address) => {
    expect(geocode(address)).toEqual({
      located: { accuracy: 'block', position: [135.202, 31.401], radiusMeters: 60 },
      matched: '広島県汐路市浜見一丁目2',
      level: 'block',
      reason: null,
    });
  });

  it('reaches to every point of a block', () => {
    const { located } = geocode('浜見1丁目3番1号');
    expect(located.radiusMeters).toBeGreaterThan(60 + 35);
    expect(located.radiusMeters).toBeLessThan(60 + 60);
  });

  it('tells 一丁目 from 十一丁目', () => {
    expect(geocode('浜見十一丁目1番').matched).toBe('広島県汐路市浜見十一丁目1');
    expect(geocode('浜見11-1-1').matched).toBe('広島県汐路市浜見十一丁目1');
    expect(geocode('浜見1丁目1番').matched).toBe('広島県汐路市浜見一丁目1');
  });

  it.each([
    ['山手字北平45番地', '広島県汐路市山手北平45'],
    ['大字山手字北平45', '広島県汐路市山手北平45'],
    ['山手45番地', '広島県汐路市山手45'],
    ['大字山手甲12番地1', '広島県汐路市山手甲12'],
  ])('%s is %s', (address, matched) => {
    expect(geocode(address)).toMatchObject({ matched, level: 'block' });
  });
});

describe('towns', () => {
  it.each([
    ['磯', '広島県汐路市磯'],
    ['大字磯', '広島県汐路市磯'],
    ['汐路市大字磯1234番地5', '広島県汐路市磯'],
    ['浜見二丁目9番', '広島県汐路市浜見二丁目'],
    ['浦ケ谷8', '広島県汐路市浦ヶ谷'],
    ['浦が谷8', '広島県汐路市浦ヶ谷'],
    ['沖見市本町1', '広島県沖見市本町'],
    ['本町1', '広島県汐路市本町'],
  ])('%s is %s', (address, matched) => {
    const { level, located, ...result } = geocode(address);
    expect(result).toEqual({ matched, reason: null });
    expect([level, located.accuracy]).toEqual(['town', 'town']);
    expect(located.radiusMeters).toBeGreaterThanOrEqual(200);
    expect(located.radiusMeters).toBeLessThanOrEqual(5000);
  });

  it('reaches beyond every known block of the town', () => {
    const { located } = geocode('浜見一丁目');
    const farthest = approximateMeters(located.position ?? [0, 0], [135.2038, 31.4012]);
    expect(located.radiusMeters).toBeGreaterThan(farthest);
  });
});

describe('no position', () => {
  it.each([
    ['', 'geocode.no-address'],
    ['　', 'geocode.no-address'],
    [null, 'geocode.no-address'],
    ['広島県広島市中区基町1', 'geocode.other-city'],
    ['東京都汐路市浜見1-2-3', 'geocode.other-city'],
    ['汐路市どこか町3', 'geocode.unknown-town'],
    ['汐路市', 'geocode.unknown-town'],
    ['磯山町3', 'geocode.unknown-town'],
    ['浜見9丁目1番', 'geocode.chome-missing'],
    ['浜見', 'geocode.chome-missing'],
  ])('%s: %s', (address, code) => {
    const result = geocode(address);
    expect(result).toMatchObject({ matched: null, level: 'none', reason: { code } });
    expect(result.located).toEqual({ accuracy: 'none', position: null, radiusMeters: null });
  });

  it('does not choose between two cities, nor between towns far apart', () => {
    const entries: GazetteerEntry[] = [
      ['汐路市', '本町', 135.2],
      ['沖見市', '本町', 135.3],
      ['汐路市', '原', 135.2],
      ['汐路市', '原', 135.25],
    ].map(([city, town, longitude]) => ({
      prefecture: null,
      city: String(city),
      town: String(town),
      koaza: null,
      block: null,
      position: [Number(longitude), 31.4],
      level: 'town',
    }));
    const withoutHome = buildGeocoder(entries);
    expect(withoutHome('本町1').reason?.code).toBe('geocode.ambiguous-city');
    expect(withoutHome('沖見市本町1').level).toBe('town');
    expect(withoutHome('汐路市原1').reason?.code).toBe('geocode.ambiguous-town');
  });

  it('does not choose between 一丁目4番 and 1番地4', () => {
    const entries = ['佐保', '佐保一丁目'].map(
      (town, index): GazetteerEntry => ({
        prefecture: null,
        city: null,
        town,
        koaza: null,
        block: null,
        position: [135.2 + index / 100, 31.4],
        level: 'town',
      }),
    );
    const two = buildGeocoder(entries, { city: '汐路市' });
    expect(two('佐保1-4').reason?.code).toBe('geocode.ambiguous-chome');
    expect(two('佐保1番地4').matched).toBe('汐路市佐保');
    expect(two('大字佐保1-4').matched).toBe('汐路市佐保');
    expect(two('大字佐保一丁目4').matched).toBe('汐路市佐保一丁目');
    expect(two('佐保1-4-28').matched).toBe('汐路市佐保一丁目');
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    ...[
      '広島県',
      '汐路市',
      '浜見',
      '一丁目',
      '山手',
      '大字',
      '字',
      '北平',
      '甲',
      '二十',
      '番地',
      '号',
    ],
    ...[
      'ー',
      '－',
      '1',
      '２',
      '三',
      ' ',
      '　',
      'の',
      '〒',
      '廿',
      '本町',
      '沖見市',
      '\u{e0100}',
      '𠮷',
    ],
  );
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((all) => all.join('')),
  );

  it('never throws, never claims a building, and says why there is no position', () => {
    fc.assert(
      fc.property(address, (text) => {
        const { located, level, matched, reason } = geocode(text);
        expect(['block', 'town', 'none']).toContain(located.accuracy);
        expect(level).toBe(located.accuracy);
        expect(matched === null).toBe(level === 'none');
        expect(reason === null).toBe(level !== 'none');
        if (located.radiusMeters !== null) expect(located.radiusMeters).toBeGreaterThanOrEqual(60);
      }),
      { numRuns: 3000 },
    );
  });

  it('normalises what is normal already to itself', () => {
    fc.assert(
      fc.property(address, (text) => {
        const normal = normalizeAddress(text);
        expect(normalizeAddress(normal)).toBe(normal);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('Hatsukaichi', () => {
  const defaults = { prefecture: '広島県', city: '廿日市市' };

  it.for([
    '広島県廿日市市佐方一丁目4番28号',
    '廿日市市佐方１丁目４－２８',
    '佐方1-4-28',
    '二十日市市佐方一丁目',
  ])('finds %s', async (address, context) => {
    skipWithout(context, HATSUKAICHI_TOWNS);
    const find = buildGeocoder(await readEntries([HATSUKAICHI_TOWNS]), defaults);
    expect(find(address)).toMatchObject({ matched: '広島県廿日市市佐方一丁目', level: 'town' });
  });

  it('finds every town by its own name, written in four ways', async (context) => {
    skipWithout(context, HATSUKAICHI_TOWNS);
    const entries = await readEntries([HATSUKAICHI_TOWNS]);
    const find = buildGeocoder(entries, defaults);
    for (const { town, koaza } of entries) {
      const name = town + (koaza ?? '');
      for (const address of [
        `広島県廿日市市${name}`,
        `廿日市市${name}5番地`,
        `${name.normalize('NFKC')} 12番3号`,
        `廿日市市大字${town}${koaza === null ? '' : `字${koaza}`}７番地の２`,
      ])
        expect([address, find(address).matched]).toEqual([address, `広島県廿日市市${name}`]);
    }
  });
});

describe('candidates for an address without a block', () => {
  it('come in the order of their numbers, the town first', () => {
    const town = { prefecture: null, city: '汐路市', town: '金根三丁目', koaza: null };
    const position: [number, number] = [135, 31];
    const entries = [
      ...Array.from({ length: 16 }, (_, at) => ({
        ...{ ...town, position, block: String(at + 1), level: 'block' as const },
      })),
      { ...town, position, block: null, level: 'town' as const },
    ];
    expect(findCandidates(entries, '汐路市金根三丁目', 9).map(({ name }) => name)).toEqual([
      '汐路市金根三丁目',
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((block) => `汐路市金根三丁目${block}`),
    ]);
  });
});
