import { expect, test } from 'vitest';
import type { ResidentRow } from '#contract/resident';
import type { CountedPeopleRow } from '../../../server/db/queries/read/counted-people.ts';
import type { MunicipalityVersions } from '../../../server/services/read/data-versions.ts';
import type { Readers } from '../../../server/services/read/readers.ts';
import { readRoutedPeople } from '../../../server/services/routing/routed-people.ts';
import { LOCAL_OFFICER } from '../../support/local-officer.ts';

const person = (district: string | null, position: [number, number] | null) =>
  ({ district, position }) as ResidentRow;
const counted = (district_name: string | null, people: number): CountedPeopleRow => ({
  ...{ district_name, people, tier: 2, red_relation: 'outside', has_plan: true },
});
const readers = {
  residents: async () => ({
    rows: [
      ...[person('山手', [132, 34]), person('山手', null), person('浜手', null)],
      ...[person(null, [132, 34]), person(null, null)],
    ],
  }),
  counted: async () => [
    ...[counted('山手', 40), counted('浜手', 30), counted('川手', 3), counted('奥', 9)],
    ...[counted('名簿だけの地区', 6), counted(null, 20)],
  ],
  districts: async () => ['山手', '浜手', '川手', '奥', '空'].map((name) => ({ name })),
} as unknown as Readers;
const read = (districts?: string[], own: string[] | null = null) =>
  readRoutedPeople(
    readers,
    {} as MunicipalityVersions,
    { ...LOCAL_OFFICER, districts: own },
    districts,
  );

test('without districts everybody is meant', async () => {
  const { placed, ...figures } = await read();
  expect(placed).toHaveLength(2);
  expect(figures).toEqual({ withoutPosition: 3, withoutDistrict: 0, notSeen: 108 });
});

test('of chosen districts figures are theirs, and who has no known district is told', async () => {
  const { placed, ...figures } = await read(['山手']);
  expect(placed).toEqual([person('山手', [132, 34])]);
  expect(figures).toEqual({ withoutPosition: 1, withoutDistrict: 2, notSeen: 40 });
  expect(await read(['山手', '浜手', '空'])).toMatchObject({ withoutPosition: 2, notSeen: 70 });
});

test('few who are not seen hide the sum, with the district that would give them away', async () => {
  for (const district of ['川手', '奥', '名簿だけの地区'])
    expect((await read(['山手', district])).notSeen, district).toBeNull();
  expect((await read(['無い地区'])).notSeen).toBe(0);
});

test('of a district that is not the actor’s own nothing is told, rather than nobody', async () => {
  expect((await read(['山手'], ['浜手'])).notSeen).toBeNull();
});
