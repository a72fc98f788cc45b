import { expect, test } from 'vitest';
import type { DistrictView } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { filterChoices } from '../../web/features/residents/filter-choices.ts';
import { japanese } from '../../web/i18n/messages.ts';
import { wordsOf } from '../../web/i18n/words.ts';

const words = wordsOf('ja', japanese);
const drawn = (name: string): DistrictView => ({
  id: name,
  name,
  bbox: [135, 31, 136, 32],
  residents: 0,
  insideRed: 0,
  undetermined: 0,
  tier1: 0,
});
const counts = (district: Record<string, number>) => {
  const { shape } = residentPageSchema.shape.counts;
  const none = Object.fromEntries(Object.keys(shape).map((key) => [key, {}]));
  return residentPageSchema.shape.counts.parse({ ...none, district });
};

test('districts of the map come in its order, also where nobody lives; then those that only the roster names', () => {
  const choices = filterChoices(
    'district',
    words,
    counts({ 浜手: 3, 奥山: 1, unknown: 2 }),
    [drawn('山手'), drawn('浜手')],
    [],
  );
  expect(choices.map(({ value, count }) => [value, count])).toEqual([
    ['山手', 0],
    ['浜手', 3],
    ['奥山', 1],
    ['unknown', 2],
  ]);
});

test('a roster whose districts are on no map is filtered by its own words', () => {
  const choices = filterChoices('district', words, counts({ 第二: 4, 第一: 1 }), [], []);
  expect(choices.map(({ value }) => value)).toEqual(['第一', '第二']);
});
