import { expect, test } from 'vitest';
import type { ResidentRow } from '#contract/resident';
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
  tier: rank === 0 ? 0 : 1,
  rank,
  score: 0,
  possibleTier: 0,
});
const rows = [row('a', 0, 80), row('b', 2, 80), row('c', 1, null), row('d', 0, 70)];
const ids = (
  ...order: Parameters<typeof sortResidents> extends [unknown, ...infer O] ? O : never
) => [...sortResidents(rows, ...order)].map((place) => rows[place]?.id).join('');

test('who is not ranked yet stands last, up and down', () => {
  expect(ids('rank', 'asc')).toBe('cbad');
  expect(ids('rank', 'desc')).toBe('bcad');
});

test('equals stand by rank, those without one behind; not known is last in both directions', () => {
  expect(ids('age', 'asc')).toBe('dbac');
  expect(ids('age', 'desc')).toBe('badc');
});
