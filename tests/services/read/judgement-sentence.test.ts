import { expect, test } from 'vitest';
import { RELATIONS } from '#domain/hazard/relation';
import { ACCURACIES } from '#domain/resident/accuracy';
import {
  type JudgedPlace,
  judgementSentence,
} from '../../../server/services/read/judgement-sentence.ts';

const zone = (more: Partial<JudgedPlace['zones'][number]> = {}): JudgedPlace['zones'][number] => ({
  zoneClass: 'red',
  phenomenon: 'debris-flow',
  relation: 'inside',
  signedDistanceMeters: -12.3,
  redNotSurveyed: false,
  ...more,
});
const place = (more: Partial<JudgedPlace>): JudgedPlace => ({
  relation: 'inside',
  redRelation: 'inside',
  zones: [zone()],
  accuracy: 'building',
  zoneDataAsOf: ['2024-11-30'],
  ...more,
});

test.each<[string, Partial<JudgedPlace>, string]>([
  ['inside', {}, '土石流の特別警戒区域内、境界から12メートル内側'],
  [
    'near',
    {
      relation: 'near',
      redRelation: 'near',
      zones: [zone({ relation: 'near', signedDistanceMeters: 7.6, phenomenon: 'slope-failure' })],
    },
    '急傾斜地の崩壊の特別警戒区域のそば、境界から7.6メートル外側',
  ],
  [
    'a red zone that has not been surveyed',
    { redRelation: 'undetermined', zones: [zone({ zoneClass: 'yellow', redNotSurveyed: true })] },
    '土石流の警戒区域内、境界から12メートル内側。特別警戒区域かどうかは判定できません(特別警戒区域が未調査のため)',
  ],
  [
    'an address known to the block',
    {
      relation: 'inside',
      redRelation: 'undetermined',
      accuracy: 'block',
      zones: [zone({ zoneClass: 'yellow' }), zone({ relation: 'undetermined' })],
    },
    '土石流の警戒区域内、境界から12メートル内側。特別警戒区域かどうかは判定できません(住所が街区までのため)',
  ],
  [
    'an address known to the town',
    { relation: 'undetermined', redRelation: 'undetermined', accuracy: 'town', zones: [] },
    '判定できません(住所が町名までのため)',
  ],
  [
    'outside',
    { relation: 'outside', redRelation: 'outside', zones: [] },
    '区域外(区域データ 2024年11月30日(令和6年))',
  ],
  [
    'outside of data whose dates differ or are not known',
    { relation: 'outside', redRelation: 'outside', zones: [], zoneDataAsOf: ['2019-04-30', null] },
    '区域外(区域データ 2019年4月30日、時点不明)',
  ],
  ['no zone data', { zoneDataAsOf: [] }, '判定できません(区域データがありません)'],
])('%s', (_, more, sentence) => {
  expect(judgementSentence(place(more)).ja).toBe(sentence);
});

test('no sentence calls a place safe', () => {
  for (const relation of RELATIONS)
    for (const redRelation of RELATIONS)
      for (const accuracy of ACCURACIES)
        for (const zones of [[], [zone({ relation })]]) {
          const { ja, en } = judgementSentence(place({ relation, redRelation, accuracy, zones }));
          expect(ja).not.toMatch(/安全/);
          expect(en).not.toMatch(/safe/i);
        }
});
