import { expect, test } from 'vitest';
import { type ResidentRow, sortSchema } from '#contract/resident';
import { sortResidents } from '../../../server/services/read/sort-residents.ts';

const row = (id: string, rank: number, age: number | null): ResidentRow => ({
  id,
  rosterNumber: id,
  name: id,
  nameKana: null,
  age,
  district: null,
  address: null,
  careLevel: null,
  powerDependent: null,
  position: null,
  accuracy: 'none',
  redRelation: 'undetermined',
  relation: 'undetermined',
  redDistanceMeters: null,
  phenomena: [],
  gravestPhenomena: [],
  tier: rank === 0 ? 0 : 1,
  rank,
  score: 0,
  possibleTier: 0,
  household: null,
  supporterCount: null,
  plan: null,
});
const rows = [row('a', 0, 80), row('b', 2, 80), row('c', 1, null), row('d', 0, 70)];
const ids = (sort: string) =>
  [...sortResidents(rows, sortSchema.parse(sort))].map((place) => rows[place]?.id).join('');

test('who is not ranked yet stands last, up and down', () => {
  expect(ids('rank')).toBe('cbad');
  expect(ids('-rank')).toBe('bcad');
});

test('equals stand by rank, those without one behind; not known is last in both directions', () => {
  expect(ids('age')).toBe('dbac');
  expect(ids('-age')).toBe('badc');
});

test('the keys before count first; one that comes again says nothing', () => {
  const people = [
    { ...row('p', 4, 70), district: '浜手' },
    { ...row('q', 3, 90), district: '山手' },
    { ...row('r', 2, 90), district: '浜手' },
    { ...row('s', 1, null), district: '山手' },
  ];
  const sorted = (sort: string) =>
    [...sortResidents(people, sortSchema.parse(sort))].map((place) => people[place]?.id).join('');
  expect(sorted('district,-age')).toBe('qsrp');
  expect(sorted('-age,district')).toBe('qrps');
  expect(sorted('-age,age')).toBe(sorted('-age'));
  expect(sortSchema.safeParse('height').success).toBe(false);
  expect(sortSchema.safeParse('age,').success).toBe(false);
});
