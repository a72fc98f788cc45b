import type { Bilingual } from '../resident/labels.ts';
import { KIND_LABELS, LEVEL_LABELS, levelTable, REACH_LABELS, reasonOf } from './explain.ts';
import { PERSON_RULES } from './policy.ts';
import { ROLE_LABELS, type Role } from './roles.ts';
import { type Access, mayUse } from './rules.ts';

/** One part of the guide: plain words, for a page and for paper. */
export interface GuideSection {
  readonly id: 'see' | 'may' | 'must-not' | 'when';
  readonly title: Bilingual;
  readonly text: Bilingual | null;
  readonly points: readonly Bilingual[];
}

const say = (ja: string, en: string): Bilingual => ({ ja, en });

/** What rules of the table mean to somebody who works with what is seen; the others are no matter of people. */
const USES: Readonly<Partial<Record<Access, Bilingual>>> = {
  'people.see': say(
    '避難の支援を考え、備えるために、見える人の情報を読む',
    'Read the data of people whom you see, to prepare their evacuation',
  ),
  'people.change': say('位置や重複のまちがいを直す', 'Mend positions and duplicates'),
  'consent.change': say(
    '本人に説明し、同意・不同意・撤回をそのまま記録する',
    'Explain, and record what the person decided, as it was decided',
  ),
  'plans.work': say(
    '市が決めた分担の範囲で、本人と一緒に計画を書き、確かめる',
    'Write and check plans with the person, as far as the city shares it out',
  ),
  'plans.print': say(
    '必要な枚数だけ印刷し、使い終えたら市へ返すか裁断する',
    'Print as many as are needed; give them back or shred them afterwards',
  ),
  'responses.report': say(
    '災害や訓練のとき、安否と避難の状況を報告する',
    'In a disaster or a drill, report how people stand',
  ),
  'relay.write': say(
    '気づいたことを、つなぐシートで担当へ伝える',
    'Pass what you notice on by a relay sheet',
  ),
  'routes.see': say(
    '経路と孤立の点検に、家の位置を使う',
    'Use where people live to check routes and who is cut off',
  ),
};

const MUST_NOT: readonly Bilingual[] = [
  say(
    '避難の支援のほかには使わない(営業、勧誘、うわさの確認など)',
    'Use it for nothing but support in evacuation',
  ),
  say(
    '知ったことを、役目のない人に話さない。役目を離れたあとも同じです(災害対策基本法第49条の13、第49条の17)',
    'Tell nobody who has no part in it, not even after you have left (arts. 49-13, 49-17)',
  ),
  say(
    '画面や紙を写真に撮らない。SNSやメールで送らない',
    'Take no photos of screen or paper; send nothing by mail or social media',
  ),
  say(
    '人の見えるところに、画面を開いたまま・紙を置いたままにしない',
    'Leave no open screen and no paper where others see it',
  ),
  say('自分のパスワードをほかの人に使わせない', 'Let nobody use your password'),
  say(
    '見えない人のことを、名前で調べたり、名前を書いて送ったりしない',
    'Do not look for people whom you may not see, and write no names of them',
  ),
];

const WHEN: readonly Bilingual[] = [
  say(
    '紙や端末をなくした、別の人に送ってしまった: すぐに市へ知らせる。早いほど守れます',
    'Paper or device lost, or sent to the wrong person: tell the city at once',
  ),
  say(
    '本人が「やめたい」と言った: 市へ伝える。撤回はその場から効きます',
    'Somebody wants to withdraw: tell the city; it takes effect at once',
  ),
  say(
    '情報がまちがっている: つなぐシートで市へ伝える',
    'Something is wrong: tell the city by a relay sheet',
  ),
  say(
    'いつ誰が誰の情報を見たかは記録され、監査担当が確かめます',
    'Who saw whose data, and when, is recorded and audited',
  ),
];

const IN_DISASTER = say(
  '市が災害時の情報提供を始めた地区では、命を守るために、同意のない人の情報も見えることがあります。終われば見えなくなり、残して使うことはできません',
  'Where the city has opened disaster mode you may see people who did not agree, to save lives. When it ends they are hidden again, and nothing of it may be kept',
);

/** What somebody of a role may do with what they see, made from the tables that the server goes by. */
export function guideOf(role: Role): readonly GuideSection[] {
  const rule = PERSON_RULES[role];
  const seesPeople = rule.reach !== 'nobody';
  const label = ROLE_LABELS[role];
  const reach = REACH_LABELS[rule.reach];
  const uses = Object.entries(USES).filter(([access]) => mayUse(role, access as Access));
  return [
    {
      id: 'see',
      title: say('見えるもの', 'What you see'),
      text: seesPeople
        ? say(
            `あなたの役割は「${label.ja}」です。見えるのは、${reach.ja}のうち次のものです。${reasonOf(role).ja}`,
            `Your role is "${label.en}". Of ${reach.en} you see the following. ${reasonOf(role).en}`,
          )
        : say(
            `あなたの役割は「${label.ja}」です。${reasonOf(role).ja}`,
            `Your role is "${label.en}". ${reasonOf(role).en}`,
          ),
      points: seesPeople
        ? levelTable(role).map(({ kind, levels }) => seenWords(role, kind, levels))
        : [],
    },
    {
      id: 'may',
      title: say('してよいこと', 'What you may do'),
      text: null,
      points: uses.map(([, use]) => use),
    },
    {
      id: 'must-not',
      title: say('してはいけないこと', 'What you must not do'),
      text: null,
      points: MUST_NOT,
    },
    {
      id: 'when',
      title: say('こんなとき', 'When this happens'),
      text: rule.seesInDisaster ? IN_DISASTER : null,
      points: WHEN,
    },
  ];
}

type Row = ReturnType<typeof levelTable>[number];

function seenWords(role: Role, kind: Row['kind'], levels: Row['levels']): Bilingual {
  const what = KIND_LABELS[kind];
  const agreed = LEVEL_LABELS[levels.agreed];
  const refused = LEVEL_LABELS[levels.refused];
  if (PERSON_RULES[role].needs === null || levels.agreed === levels.refused)
    return say(`${what.ja}: ${agreed.ja}`, `${what.en}: ${agreed.en}`);
  return say(
    `${what.ja}: 同意した人は${agreed.ja}、不同意の人は${refused.ja}`,
    `${what.en}: ${agreed.en} of those who agreed, ${refused.en} of those who refused`,
  );
}

const MODULUS = 2_147_483_647;

/** Another number where the guide says something else: then it is to be read anew. */
export function guideVersion(role: Role): number {
  let sum = 7;
  for (const letter of JSON.stringify(guideOf(role)))
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % MODULUS;
  return sum;
}

/** Whoever sees nobody has nothing to be taught. */
export const needsGuide = (role: Role): boolean => mayUse(role, 'people.see');
