import type { Bilingual } from '../resident/labels.ts';
import { DISASTER_ARTICLES, purposesOpenedBy } from './disaster-mode.ts';
import {
  type Level,
  levelOf,
  PERSON_RULES,
  PERSONAL_KINDS,
  type PersonalKind,
  type Reach,
  type Standing,
  sameConsents,
} from './policy.ts';
import type { Role } from './roles.ts';

/** Words for the table of who sees what: the screen and docs/access.md are made from these. */
export const KIND_LABELS: Readonly<Record<PersonalKind, Bilingual>> = {
  identity: { ja: '氏名・住所・連絡先・位置', en: 'Name, address, contact, position' },
  condition: { ja: '心身の状態・世帯・支援の理由', en: 'Condition, household, reason for support' },
  judgement: { ja: '区域との関係・優先順位', en: 'Relation to zones, priority' },
  support: { ja: '支援者(個別避難計画)', en: 'Supporters (individual plan)' },
  history: { ja: '履歴・同意の記録', en: 'History, records of consent' },
};

export const LEVEL_LABELS: Readonly<Record<Level, Bilingual>> = {
  none: { ja: '見えない', en: 'not seen' },
  counted: { ja: '人数だけ(5人未満は非表示)', en: 'counted (fewer than five hidden)' },
  masked: { ja: '一部を伏せて見える', en: 'masked' },
  full: { ja: '見える', en: 'seen' },
};

export const REACH_LABELS: Readonly<Record<Reach, Bilingual>> = {
  everyone: { ja: '市の全員', en: 'everybody of the municipality' },
  districts: { ja: '担当する地区の人', en: 'people of its own districts' },
  facility: { ja: '計画に自分の施設が書かれた人', en: 'people whose plan names its facility' },
  own: { ja: '自分が支援する人', en: 'its own people' },
  nobody: { ja: 'なし', en: 'nobody' },
};

/** How things may stand between a role and a person, as columns of the table. */
export const STANDING_CASES = [
  'agreed',
  'notAsked',
  'refused',
  'notAskedByOrdinance',
  'disaster',
  'disasterRoster',
] as const;
export type StandingCase = (typeof STANDING_CASES)[number];

export const CASE_LABELS: Readonly<Record<StandingCase, Bilingual>> = {
  agreed: { ja: '同意した人', en: 'agreed' },
  notAsked: { ja: '未確認・返事待ちの人', en: 'not asked, no answer yet' },
  refused: { ja: '不同意・撤回した人', en: 'refused or withdrawn' },
  notAskedByOrdinance: {
    ja: '未確認・返事待ちの人(提供を定めた条例があるとき)',
    en: 'not asked, where an ordinance lets it be given',
  },
  disaster: {
    ja: '名簿情報と計画情報の災害時の情報提供中の地区の人(同意によらない)',
    en: 'where disaster mode is open for roster and plans',
  },
  disasterRoster: {
    ja: '名簿情報だけの災害時の情報提供中の地区の人(同意によらない)',
    en: 'where disaster mode is open for the roster alone',
  },
};

const peacetime = {
  isWithinReach: true,
  isByOrdinance: false,
  isDisaster: purposesOpenedBy([]),
};
const inDisaster = { ...peacetime, consents: sameConsents('refused') };
const STANDINGS: Readonly<Record<StandingCase, Standing>> = {
  agreed: { ...peacetime, consents: sameConsents('agreed') },
  notAsked: { ...peacetime, consents: sameConsents('not-asked') },
  refused: { ...peacetime, consents: sameConsents('refused') },
  notAskedByOrdinance: {
    ...peacetime,
    isByOrdinance: true,
    consents: sameConsents('not-asked'),
  },
  disaster: { ...inDisaster, isDisaster: purposesOpenedBy(DISASTER_ARTICLES) },
  disasterRoster: { ...inDisaster, isDisaster: purposesOpenedBy(['49-11-3']) },
};

/** What a role sees of each kind of data in each case, of the people within its reach. */
export function levelTable(
  role: Role,
): { readonly kind: PersonalKind; readonly levels: Readonly<Record<StandingCase, Level>> }[] {
  return PERSONAL_KINDS.map((kind) => ({
    kind,
    levels: Object.fromEntries(
      STANDING_CASES.map((name) => [name, levelOf(role, kind, STANDINGS[name])]),
    ) as Record<StandingCase, Level>,
  }));
}

const WHY: Readonly<Record<'nobody' | 'officer' | 'consent' | 'masked', Bilingual>> = {
  nobody: {
    ja: 'この役割の仕事に対象者の情報は要らないため、誰の情報も見えません。',
    en: 'The work of this role needs nobody’s data, so it sees nobody.',
  },
  officer: {
    ja: '市の内部で、避難支援の実施に必要な限度で名簿を利用します(災害対策基本法第49条の11第1項)。',
    en: 'Uses the roster inside the city hall as far as support in evacuation needs it (art. 49-11(1)).',
  },
  consent: {
    ja: '避難支援等関係者として、平常時は本人の同意(または条例の定め)がある人の情報だけを受け取ります(災害対策基本法第49条の11第2項、第49条の15第2項)。知り得た情報には守秘義務があります(第49条の13、第49条の17)。',
    en: 'A support organisation: in peacetime it receives only the data of people who agreed, or where an ordinance says so (arts. 49-11(2), 49-15(2)). Whoever receives it must keep it secret (arts. 49-13, 49-17).',
  },
  masked: {
    ja: '訓練に要る範囲で、同意した人だけを、頭文字とおおよその場所で表します。訓練は災害ではないため、同意によらない提供はありません。',
    en: 'As far as a drill needs it: people who agreed, by initial and block. A drill is no disaster, so nothing is opened without consent.',
  },
};

/** Why a role sees what it sees, with the article. */
export function reasonOf(role: Role): Bilingual {
  const { reach, needs, shown } = PERSON_RULES[role];
  if (reach === 'nobody') return WHY.nobody;
  if (needs === null) return WHY.officer;
  return shown === 'masked' ? WHY.masked : WHY.consent;
}
