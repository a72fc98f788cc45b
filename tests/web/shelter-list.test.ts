import { describe, expect, test } from 'vitest';
import { type ShelterRow, shelterRowSchema } from '#contract/shelter';
import { meets, sortShelters } from '../../web/features/shelters/shelter-conditions.ts';
import { shelterRelation, spokenShelter } from '../../web/features/shelters/shelter-words.ts';
import { wordsOf } from '../../web/i18n/words.ts';
import { SHELTER_CONDITIONS } from '../../web/state/view-state.ts';

const shelter = (more: Partial<ShelterRow>): ShelterRow =>
  shelterRowSchema.parse({
    id: '1',
    kind: 'shelter',
    name: '山手小学校',
    address: null,
    position: [135.2, 31.4],
    designatedForLandslide: true,
    capacity: null,
    redRelation: 'outside',
    relation: 'outside',
    outsideBoundary: false,
    conflictMeters: null,
    conflictFields: [],
    acceptedGroups: null,
    equipment: null,
    isEdited: false,
    isOvertaken: false,
    datasetAsOf: null,
    ...more,
  });
const ja = wordsOf('ja');

describe('which shelters a condition lists', () => {
  test.each([
    ['nothing is wrong', {}, []],
    ['in a zone', { relation: 'inside' }, ['inside']],
    ['near one', { relation: 'near' }, ['near']],
    ['no position', { relation: 'undetermined', position: null }, ['undetermined']],
    ['not designated', { designatedForLandslide: false }, ['not-for-landslide']],
    ['flags not listed', { designatedForLandslide: null }, []],
    [
      'two places',
      { conflictMeters: 120, conflictFields: ['position'], outsideBoundary: true },
      ['conflict', 'outside-boundary'],
    ],
  ] satisfies [string, Partial<ShelterRow>, string[]][])('%s', (_, more, conditions) => {
    const one = shelter(more);
    expect(SHELTER_CONDITIONS.filter((condition) => meets(one, condition))).toEqual(conditions);
    expect(meets(one, null)).toBe(true);
  });
});

test('by relation the gravest comes first, red before yellow, then by name', () => {
  const all = [
    shelter({ id: 'out' }),
    shelter({ id: 'b', relation: 'inside', name: 'いちょう会館' }),
    shelter({ id: 'near', relation: 'near' }),
    shelter({ id: 'red', relation: 'inside', redRelation: 'inside' }),
    shelter({ id: 'a', relation: 'inside', name: 'あおい会館' }),
  ];
  const ids = (order: 'asc' | 'desc') => sortShelters(all, 'relation', order).map(({ id }) => id);
  expect(ids('asc')).toEqual(['red', 'a', 'b', 'near', 'out']);
  expect(ids('desc')).toEqual(['out', 'near', 'a', 'b', 'red']);
  expect(sortShelters(all, 'name', 'asc')[0]?.id).toBe('a');
});

test('what a screen reader says of a shelter', () => {
  const red = shelter({ relation: 'inside', redRelation: 'inside', designatedForLandslide: false });
  expect(spokenShelter(red, ja, true)).toBe(
    '山手小学校、指定避難所、特別警戒区域内、土砂災害の指定なし',
  );
  expect(shelterRelation(shelter({}), ja, true)).toBe('区域外');
  expect(shelterRelation(shelter({ relation: 'undetermined' }), ja, false)).toBe(
    '判定できません(区域データがありません)',
  );
});
