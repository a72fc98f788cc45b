import type { Condition, PriorityCriteria, ScoreRule } from '../criteria.ts';
import {
  dependsOnPower,
  gravelyIntellectual,
  insideAnyZone,
  insideRedZone,
  livesAlone,
  livesWithElderlyOnly,
  nearRedZone,
  needsHelpWithInformation,
  noPlan,
  noSupporter,
} from './conditions.ts';

/** Evacuation is hardest: what cannot be done without another person, or without electric power. */
const evacuationIsHardest: Condition = {
  any: [
    dependsOnPower,
    { fact: 'careLevel', atLeast: '23' },
    { fact: 'disabilities', kinds: ['visual', 'hearing', 'limb'], gradeAtMost: 2 },
    gravelyIntellectual,
    { fact: 'disabilities', kinds: ['mental'], gradeAtMost: 1 },
  ],
};

/** Steps of 40, so that no sum of the circumstances below (38 at most) outweighs one of them. */
const hardness: readonly ScoreRule[] = [
  {
    label: { ja: '電源が必要な医療機器を使用', en: 'Depends on an electric medical device' },
    condition: dependsOnPower,
    points: 400,
  },
  {
    label: { ja: '要介護5', en: 'Care 5' },
    condition: { fact: 'careLevel', oneOf: ['25'] },
    points: 200,
  },
  {
    label: { ja: '要介護4', en: 'Care 4' },
    condition: { fact: 'careLevel', oneOf: ['24'] },
    points: 160,
  },
  {
    label: { ja: '要介護3', en: 'Care 3' },
    condition: { fact: 'careLevel', oneOf: ['23'] },
    points: 120,
  },
  {
    label: { ja: '要介護2', en: 'Care 2' },
    condition: { fact: 'careLevel', oneOf: ['22'] },
    points: 80,
  },
  {
    label: { ja: '要介護1', en: 'Care 1' },
    condition: { fact: 'careLevel', oneOf: ['21'] },
    points: 40,
  },
  {
    label: { ja: '視覚・聴覚・肢体の障害1・2級', en: 'Visual, hearing or limb grade 1 or 2' },
    condition: { fact: 'disabilities', kinds: ['visual', 'hearing', 'limb'], gradeAtMost: 2 },
    points: 120,
  },
  {
    label: { ja: 'そのうち1級', en: 'Of these, grade 1' },
    condition: { fact: 'disabilities', kinds: ['visual', 'hearing', 'limb'], gradeAtMost: 1 },
    points: 40,
  },
  {
    label: { ja: '下肢・体幹の障害3級', en: 'Lower limb or trunk grade 3' },
    condition: { fact: 'disabilities', kinds: ['lower-limb', 'trunk'], gradeOneOf: ['3'] },
    points: 40,
  },
  {
    label: { ja: '療育手帳Ⓐ・A', en: 'Intellectual Ⓐ or A' },
    condition: gravelyIntellectual,
    points: 120,
  },
  {
    label: { ja: '精神障害1級', en: 'Mental grade 1' },
    condition: { fact: 'disabilities', kinds: ['mental'], gradeAtMost: 1 },
    points: 120,
  },
  {
    label: { ja: '内部障害1級', en: 'Internal organ grade 1' },
    condition: { fact: 'disabilities', kinds: ['internal'], gradeAtMost: 1 },
    points: 80,
  },
];

const circumstances: readonly ScoreRule[] = [
  { label: { ja: '独居', en: 'Lives alone' }, condition: livesAlone, points: 12 },
  {
    label: { ja: '高齢者のみの世帯', en: 'Elderly people only' },
    condition: livesWithElderlyOnly,
    points: 8,
  },
  {
    label: { ja: '避難支援等実施者がいない', en: 'No supporter' },
    condition: noSupporter,
    points: 10,
  },
  {
    label: { ja: '情報の取得・判断に支援が必要', en: 'Needs help to get or judge information' },
    condition: needsHelpWithInformation,
    points: 8,
  },
  {
    label: { ja: '個別避難計画が未作成', en: 'No evacuation plan' },
    condition: noPlan,
    points: 5,
  },
  {
    label: { ja: '75歳以上', en: 'Aged 75 or over' },
    condition: { fact: 'age', atLeast: 75 },
    points: 3,
  },
  {
    label: {
      ja: '施設入所(施設の避難計画による)',
      en: 'Lives in a facility, which has a plan of its own',
    },
    condition: { fact: 'household', oneOf: ['facility'] },
    points: -500,
  },
];

/**
 * City policy, goal 3: individual plans for residents of the red zone, those first whose
 * evacuation is hardest by care level or disability. The third tier and the points are this
 * software's reading of that sentence; a city edits them as data.
 */
export const redZonePolicy: PriorityCriteria = {
  id: 'red-zone-policy',
  version: 1,
  effectiveOn: '2026-04-01',
  name: { ja: '特別警戒区域優先', en: 'Red zone first' },
  note: {
    ja: '特別警戒区域(レッドゾーン)の住民を先にし、その中では要介護度や障害により避難が特に困難な人を先にします。第3段階と点数は運用例です。施設入所の人は施設の避難計画によるため、同じ段階の中で後になります。',
    en: 'Residents of the red zone first, among them those whose evacuation is hardest by care level or disability. The third tier and the points are a working example. People in a facility, which has a plan of its own, come later within their tier.',
  },
  source: {
    ja: '市の方針 目標3(個別避難計画の作成)',
    en: 'City policy, goal 3 (individual evacuation plans)',
  },
  tiers: [
    {
      label: {
        ja: '特別警戒区域内で、避難が特に困難',
        en: 'Inside a red zone, evacuation hardest',
      },
      condition: { all: [insideRedZone, evacuationIsHardest] },
    },
    { label: { ja: '特別警戒区域内', en: 'Inside a red zone' }, condition: insideRedZone },
    {
      label: {
        ja: '特別警戒区域のそば、または警戒区域内で避難が特に困難',
        en: 'Near a red zone, or inside a zone with evacuation hardest',
      },
      condition: { any: [nearRedZone, { all: [insideAnyZone, evacuationIsHardest] }] },
    },
  ],
  othersLabel: { ja: 'その他', en: 'Others' },
  score: [...hardness, ...circumstances],
};
