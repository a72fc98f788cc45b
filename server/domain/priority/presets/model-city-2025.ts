import type { Condition, PriorityCriteria } from '../criteria.ts';
import {
  dependsOnPower,
  gravelyIntellectual,
  insideAnyZone,
  insideRedZone,
  livesAlone,
  livesWithElderlyOnly,
  nearRedZone,
  noPlan,
  noSupporter,
} from './conditions.ts';

/** 肢体 1–3 except upper-limb-only 3: grade 3 counts when a lower limb or the trunk is affected too. */
const limbExceptUpperOnly3: Condition = {
  any: [
    { fact: 'disabilities', kinds: ['limb'], gradeAtMost: 2 },
    {
      all: [
        { fact: 'disabilities', kinds: ['limb'], gradeAtMost: 3 },
        { fact: 'disabilities', kinds: ['lower-limb', 'trunk'] },
      ],
    },
  ],
};

/**
 * The model city's criteria as changed in 2025: 視覚/聴覚 1–2, 肢体 1–3 except upper-limb-only 3,
 * 療育手帳 Ⓐ/A, 精神 1, 要介護 1–5. Practice puts people who depend on electric medical devices in
 * front of them. The hazard orders people inside a tier and admits nobody.
 */
export const modelCity2025: PriorityCriteria = {
  id: 'model-city-2025',
  version: 1,
  effectiveOn: '2025-04-01',
  name: { ja: 'モデル市の基準(令和7年)', en: 'Model city 2025' },
  note: {
    ja: '視覚・聴覚1・2級、肢体1~3級(上肢のみの3級を除く)、療育手帳Ⓐ・A、精神1級、要介護1~5が対象です。電源が必要な医療機器を使う人を先にします。同じ段階の中では区域との関係が先に効きます。',
    en: 'Visual or hearing 1–2, limb 1–3 except upper-limb-only 3, intellectual Ⓐ or A, mental 1, care 1–5; those who depend on an electric medical device in front. Within a tier the relation to zones weighs most.',
  },
  source: {
    ja: 'モデル市の避難行動要支援者の基準(令和7年改正)、電源依存者を先にする実務',
    en: 'Criteria of the model city for its roster (changed in 2025), and the practice of putting dependence on power in front',
  },
  tiers: [
    {
      label: { ja: '電源が必要な医療機器を使用', en: 'Depends on an electric medical device' },
      condition: dependsOnPower,
    },
    {
      label: { ja: '障害または要介護度の基準に該当', en: 'Meets the disability or care criteria' },
      condition: {
        any: [
          { fact: 'disabilities', kinds: ['visual', 'hearing'], gradeAtMost: 2 },
          limbExceptUpperOnly3,
          gravelyIntellectual,
          { fact: 'disabilities', kinds: ['mental'], gradeAtMost: 1 },
          { fact: 'careLevel', oneOf: ['21', '22', '23', '24', '25'] },
        ],
      },
    },
  ],
  othersLabel: { ja: 'その他', en: 'Others' },
  score: [
    {
      label: { ja: '特別警戒区域内', en: 'Inside a red zone' },
      condition: insideRedZone,
      points: 400,
    },
    {
      label: { ja: '特別警戒区域のそば', en: 'Near a red zone' },
      condition: nearRedZone,
      points: 200,
    },
    { label: { ja: '警戒区域内', en: 'Inside a zone' }, condition: insideAnyZone, points: 100 },
    {
      label: { ja: '要介護3以上', en: 'Care 3 or higher' },
      condition: { fact: 'careLevel', atLeast: '23' },
      points: 30,
    },
    { label: { ja: '独居', en: 'Lives alone' }, condition: livesAlone, points: 20 },
    {
      label: { ja: '高齢者のみの世帯', en: 'Elderly people only' },
      condition: livesWithElderlyOnly,
      points: 10,
    },
    {
      label: { ja: '避難支援等実施者がいない', en: 'No supporter' },
      condition: noSupporter,
      points: 15,
    },
    {
      label: { ja: '個別避難計画が未作成', en: 'No evacuation plan' },
      condition: noPlan,
      points: 10,
    },
  ],
};
