import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '#domain/resident/roster-entry';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import { buildGeocoder } from '#geodata/geocode/geocoder';
import type { ImportItem } from '#geodata/item';
import { openGazetteer } from '#geodata/sources/gazetteer';
import { openRoster } from '#geodata/sources/roster';
import { writeMessyRoster } from '../support/messy-roster.ts';
import { HATSUKAICHI_TOWNS, skipWithout } from '../support/shared-data.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
const TOWNS = ['浜見一丁目', '浜見二丁目', '浜見十二丁目', '山手', '磯'].map((town) => ({
  prefecture: '広島県',
  city: '汐路市',
  town,
}));

async function readMessy(format: 'csv-cp932' | 'csv-utf8' | 'xlsx') {
  const path = join(directory, `messy.${format === 'xlsx' ? 'xlsx' : `${format}.csv`}`);
  const written = await writeMessyRoster({ path, format, towns: TOWNS, count: 600, seed: 'mess' });
  const items: ImportItem<RosterEntry>[] = [];
  for await (const item of openRoster([path], { asOf: '2025-04-01' }).items) items.push(item);
  const values = items.flatMap((item) => ('value' in item ? [item.value] : []));
  return { written, items, values };
}

const codesOf = (items: readonly ImportItem<RosterEntry>[], outcome: 'rejected' | 'skipped') => {
  const counts: Record<string, number> = {};
  for (const item of items)
    if (item.outcome === outcome) counts[item.reason.code] = (counts[item.reason.code] ?? 0) + 1;
  return counts;
};

describe('a roster as offices hand it over', () => {
  it.each(['csv-cp932', 'csv-utf8', 'xlsx'] as const)(
    '%s: every row is accounted for',
    async (format) => {
      const { written, items, values } = await readMessy(format);
      expect(values).toHaveLength(written.persons);
      expect(codesOf(items, 'rejected')).toEqual({
        'roster.number-clash': written.clashes,
        'roster.number-missing': written.withoutNumber,
      });
      const skipped = codesOf(items, 'skipped');
      expect(skipped['roster.merged-row']).toBe(written.furtherRows);
      expect(skipped['roster.blank-row']).toBe(written.blankRows);
      expect(skipped['roster.total-row']).toBe(written.totalRows);
      const { clashes, withoutNumber, totalRows, furtherRows, blankRows, persons } = written;
      expect(persons + clashes + withoutNumber + totalRows + furtherRows + blankRows).toBe(
        written.rows,
      );
      for (const count of [clashes, withoutNumber, furtherRows, blankRows, written.unplaceable])
        expect(count).toBeGreaterThan(0);
    },
  );

  it('means the same in every format', async () => {
    const [cp932, utf8, xlsx] = await Promise.all([
      readMessy('csv-cp932'),
      readMessy('csv-utf8'),
      readMessy('xlsx'),
    ]);
    expect(cp932.values).toEqual(utf8.values);
    expect(xlsx.values).toEqual(utf8.values);
  });

  it('leaves few facts unread, and no date moved', async () => {
    const { values } = await readMessy('csv-cp932');
    const known = (field: keyof RosterEntry) =>
      values.filter((value) => value[field] !== null).length / values.length;
    expect(known('birthDate')).toBeGreaterThan(0.97);
    expect(known('careLevel')).toBeGreaterThan(0.96);
    expect(known('sex')).toBe(1);
    for (const { birthDate } of values)
      expect(birthDate ?? '1950-01-01').toMatch(/^(?:19[2-9]\d|20[01]\d)-/);
  });

  it('is placed by its towns, the strange addresses apart', async () => {
    const { values, written } = await readMessy('csv-cp932');
    const geocode = buildGeocoder(
      TOWNS.map((town, index) => ({
        ...town,
        koaza: null,
        block: null,
        position: [135.2 + index / 100, 31.4],
        level: 'town',
      })),
      { prefecture: '広島県', city: '汐路市' },
    );
    const unplaced = values.filter(({ address }) => geocode(address).level === 'none');
    expect(unplaced).toHaveLength(written.unplaceable);
  });

  it('finds its people in the real towns of Hatsukaichi', async (context) => {
    skipWithout(context, HATSUKAICHI_TOWNS);
    const entries: GazetteerEntry[] = [];
    for await (const item of openGazetteer([HATSUKAICHI_TOWNS]).items)
      if ('value' in item) entries.push(item.value);
    const home = { prefecture: '広島県', city: '廿日市市' };
    const towns = entries
      .filter(({ koaza }) => koaza === null)
      .map(({ town }) => ({ ...home, town }));
    const path = join(directory, 'hatsukaichi.csv');
    const written = await writeMessyRoster({
      path,
      format: 'csv-cp932',
      towns,
      count: 2000,
      seed: 'hatsukaichi',
    });
    const geocode = buildGeocoder(entries, home);
    const reasons: Record<string, number> = {};
    for await (const item of openRoster([path]).items) {
      if (!('value' in item)) continue;
      const code = geocode(item.value.address).reason?.code ?? 'placed';
      reasons[code] = (reasons[code] ?? 0) + 1;
    }
    const { placed = 0, 'geocode.ambiguous-chome': ambiguous = 0, ...strange } = reasons;
    expect(Object.values(strange).reduce((sum, count) => sum + count, 0)).toBe(written.unplaceable);
    // 「佐方1-4」 of a town that has 丁目 as well: asked, not guessed.
    expect(ambiguous).toBeLessThan(10);
    expect(placed + ambiguous + written.unplaceable).toBe(written.persons);
  });
});
