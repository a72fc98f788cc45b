import type { Condition, PriorityCriteria } from '../criteria.ts';
import {
  dependsOnPower,
  gravelyIntellectual,
  insideAnyZone,
  insideOrNearAnyZone,
  insideRedZone,
  livesAlone,
  livesWithElderlyOnly,
  needsHelpWithInformation,
  noPlan,
  noSupporter,
} from './conditions.ts';

/**
 * Group 2. Degrees after the guideline's example of who is on a roster: care 3–5, certificates of
 * grade 1–2, 療育手帳 A, mental 1–2, intractable disease. Internal organs are left out because the
 * example excludes heart and kidney, and the roster does not tell them from others.
 */
const bodyMindInformation: Condition = {
  any: [
    { fact: 'careLevel', atLeast: '23' },
    { fact: 'disabilities', kinds: ['visual', 'hearing', 'speech', 'limb'], gradeAtMost: 2 },
    gravelyIntellectual,
    { fact: 'disabilities', kinds: ['mental'], gradeAtMost: 2 },
    { fact: 'disabilities', kinds: ['intractable-disease'] },
    dependsOnPower,
    needsHelpWithInformation,
  ],
};

/** Group 3: who lives alone or with elderly people only, or has nobody who would help. */
const aloneOrIsolated: Condition = { any: [livesAlone, livesWithElderlyOnly, noSupporter] };

/**
 * 内閣府「避難行動要支援者の避難行動支援に関する取組指針」(2021-05): plans first for those of high
 * priority by (1) the hazard where the person lives, (2) state of body and mind and the support
 * needed to get and judge information, (3) living alone, isolation. The guideline sets no order
 * among the groups; that the hazard must be there in every tier is this software's reading.
 */
export const nationalGuideline2021: PriorityCriteria = {
  id: 'national-guideline-2021',
  version: 1,
  effectiveOn: '2021-05-20',
  name: { ja: '国の取組指針(令和3年)', en: 'National guideline 2021' },
  note: {
    ja: '(1)居住地のハザード、(2)心身の状況と情報の取得・判断に必要な支援、(3)独居・社会的孤立の3つの観点で優先度を決めます。等級の境目は指針の名簿掲載者の例によります。',
    en: 'Three groups of facts: (1) the hazard at home, (2) body and mind and the support needed to get and judge information, (3) living alone, isolation. Grades follow the example of a roster in the guideline.',
  },
  source: {
    ja: '内閣府「避難行動要支援者の避難行動支援に関する取組指針」(令和3年5月改定)',
    en: 'Cabinet Office, guideline on evacuation support for residents who need it (revised May 2021)',
  },
  tiers: [
    {
      label: {
        ja: 'ハザード・心身の状況・独居等のすべてに該当',
        en: 'Hazard, body and mind, and isolation',
      },
      condition: { all: [insideOrNearAnyZone, bodyMindInformation, aloneOrIsolated] },
    },
    {
      label: { ja: 'ハザードと心身の状況に該当', en: 'Hazard, and body and mind' },
      condition: { all: [insideOrNearAnyZone, bodyMindInformation] },
    },
    {
      label: { ja: 'ハザードと独居等に該当', en: 'Hazard, and isolation' },
      condition: { all: [insideOrNearAnyZone, aloneOrIsolated] },
    },
  ],
  othersLabel: { ja: 'その他', en: 'Others' },
  score: [
    {
      label: { ja: '特別警戒区域内', en: 'Inside a red zone' },
      condition: insideRedZone,
      points: 60,
    },
    { label: { ja: '警戒区域内', en: 'Inside a zone' }, condition: insideAnyZone, points: 30 },
    {
      label: { ja: '電源が必要な医療機器を使用', en: 'Depends on an electric medical device' },
      condition: dependsOnPower,
      points: 50,
    },
    {
      label: { ja: '要介護3以上', en: 'Care 3 or higher' },
      condition: { fact: 'careLevel', atLeast: '23' },
      points: 30,
    },
    {
      label: { ja: '要介護5', en: 'Care 5' },
      condition: { fact: 'careLevel', oneOf: ['25'] },
      points: 20,
    },
    {
      label: { ja: '情報の取得・判断に支援が必要', en: 'Needs help to get or judge information' },
      condition: needsHelpWithInformation,
      points: 20,
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
