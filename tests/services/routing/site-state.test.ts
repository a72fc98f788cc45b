import { expect, test } from 'vitest';
import type { Queryable } from '../../../server/db/database.ts';
import type { SiteOverrideRecord } from '../../../server/db/queries/site-overrides.ts';
import type { MunicipalityVersions } from '../../../server/services/read/data-versions.ts';
import { siteStateReader } from '../../../server/services/routing/site-state.ts';

const RECORD: SiteOverrideRecord = {
  ...{ id: 'a', version: 1, source: 'osm', roadId: 'way/1/0', lng: 132.3, lat: 34.4 },
  facts: {
    closed: { from: '2026-11-28T10:00:00+09:00', until: '2026-11-28T12:00:00+09:00' },
    ...{ widthMeters: 3.5, heightMeters: null, passability: [] },
    ...{ turningPlace: null, hydrant: null, note: '' },
  },
  expiresAt: new Date('2026-11-28T15:00:00+09:00'),
  createdAt: new Date(0),
  createdBy: '消防 一郎',
  updatedAt: new Date(0),
  updatedBy: '消防 一郎',
  isTakenBack: false,
};

function reader() {
  let now = new Date(0);
  let reads = 0;
  const database = {
    query: async (statement: string) => {
      if (!statement.includes('site_override')) return [];
      reads += 1;
      return [RECORD];
    },
  } as unknown as Queryable;
  const read = siteStateReader(database, () => now);
  return {
    async at(time: string, version = 1) {
      now = new Date(`2026-11-28T${time}:00+09:00`);
      const municipality = { code: '99903', epoch: '0', topics: { 'site-overrides': version } };
      return read(municipality as unknown as MunicipalityVersions);
    },
    reads: () => reads,
  };
}

test('a closure begins and ends by the clock alone, without anything being read anew', async () => {
  const { at, reads } = reader();
  const isClosed = async (time: string) => (await at(time)).findings[0]?.isClosed;
  expect(await isClosed('09:59')).toBe(false);
  expect(await isClosed('10:00')).toBe(true);
  expect(await isClosed('12:00')).toBe(false);
  expect((await at('15:00')).findings).toEqual([]);
  expect(reads()).toBe(1);
  await at('15:00', 2);
  expect(reads()).toBe(2);
});

test('roads are judged anew for a width, and not for a closure', async () => {
  const { at } = reader();
  const [before, during, after] = [await at('09:00'), await at('11:00'), await at('16:00')];
  expect(during.key).not.toBe(before.key);
  expect(during.roadsKey).toBe(before.roadsKey);
  expect(after.roadsKey).not.toBe(before.roadsKey);
});
