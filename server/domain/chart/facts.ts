// Over 200 lines because it is one table: every figure that a chart can be made of.
import type { Bilingual } from '../resident/labels.ts';

/** Where a fact comes from; its date is the date of that. */
export const FACT_SOURCES = [
  'roster',
  'zones',
  'plans',
  'shelters',
  'roads',
  'drills',
  'relay-sheets',
  'city',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

export const FACT_SOURCE_LABELS: Readonly<Record<FactSource, Bilingual>> = {
  roster: { ja: '名簿', en: 'Roster' },
  zones: { ja: '土砂災害警戒区域', en: 'Landslide warning areas' },
  plans: { ja: '個別避難計画', en: 'Plans' },
  shelters: { ja: '避難所の一覧', en: 'Lists of shelters' },
  roads: { ja: '道路', en: 'Roads' },
  drills: { ja: '訓練の記録', en: 'Drills' },
  'relay-sheets': { ja: 'つなぐシート', en: 'Relay sheets' },
  city: { ja: '市の統計', en: 'Figures of the city' },
};

/** What is counted: few people, households or sheets point at somebody, few places or drills do not. */
export type Counted = 'people' | 'households' | 'sheets' | 'places' | 'events';

export interface Fact {
  readonly id: string;
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly source: FactSource;
  readonly counts: Counted;
  /** Facts of one group are parts of its whole: nobody is in two, everybody is in one. */
  readonly group: string | null;
}

const PEOPLE: Bilingual = { ja: '人', en: 'people' };
const HOUSEHOLDS: Bilingual = { ja: '世帯', en: 'households' };
const PLACES: Bilingual = { ja: 'か所', en: 'places' };
const TIMES: Bilingual = { ja: '回', en: 'times' };
const CASES: Bilingual = { ja: '件', en: 'cases' };
const GROUPS: Bilingual = { ja: '団体', en: 'groups' };

type Part = readonly [id: string, ja: string, en: string];

const of = (
  source: FactSource,
  counts: Counted,
  unit: Bilingual,
  group: string | null,
  parts: readonly Part[],
): Fact[] => parts.map(([id, ja, en]) => ({ id, label: { ja, en }, unit, source, counts, group }));

/** The whole of every group of people on the roster, and of the population. */
export const WHOLES: Readonly<Record<string, string>> = {
  care: 'residents',
  age: 'residents',
  disability: 'residents',
  power: 'residents',
  household: 'residents',
  hazard: 'residents',
  plan: 'residents',
  supporters: 'residents',
  cutoff: 'residents',
  population: 'population',
};

export const FACTS: readonly Fact[] = [
  ...of('roster', 'people', PEOPLE, null, [
    ['residents', '避難行動要支援者', 'People needing support'],
  ]),
  ...of('roster', 'people', PEOPLE, 'care', [
    ['care.support', '要支援1・2', 'Support 1–2'],
    ['care.1_2', '要介護1・2', 'Care 1–2'],
    ['care.3_5', '要介護3〜5', 'Care 3–5'],
    ['care.other', '要介護認定なし', 'No care level'],
    ['care.unknown', '要介護度が不明', 'Care level not known'],
  ]),
  ...of('roster', 'people', PEOPLE, 'age', [
    ['age.0_64', '64歳以下', 'Up to 64 years'],
    ['age.65_74', '65〜74歳', '65 to 74 years'],
    ['age.75_84', '75〜84歳', '75 to 84 years'],
    ['age.85_', '85歳以上', '85 years and more'],
    ['age.unknown', '年齢が不明', 'Age not known'],
  ]),
  ...of('roster', 'people', PEOPLE, 'disability', [
    ['disability.some', '障害者手帳・難病あり', 'With a disability'],
    ['disability.none', '障害者手帳・難病なし', 'Without a disability'],
    ['disability.unknown', '障害の有無が不明', 'Disability not known'],
  ]),
  // One person may have several: they add up to no whole.
  ...of('roster', 'people', PEOPLE, null, [
    ['disability.sight_hearing', '視覚・聴覚障害', 'Sight or hearing'],
    ['disability.limb', '肢体不自由', 'Limbs or trunk'],
    ['disability.internal', '内部・言語障害', 'Internal or speech'],
    ['disability.intellectual', '知的障害', 'Intellectual'],
    ['disability.mental', '精神障害', 'Mental'],
    ['disability.intractable', '難病', 'Intractable disease'],
  ]),
  ...of('roster', 'people', PEOPLE, 'power', [
    ['power.some', '電源が必要な医療機器あり', 'Depending on electric power'],
    ['power.none', '電源が必要な医療機器なし', 'Not depending on power'],
    ['power.unknown', '医療機器の有無が不明', 'Devices not known'],
  ]),
  ...of('roster', 'people', PEOPLE, 'household', [
    ['household.alone', 'ひとり暮らし', 'Living alone'],
    ['household.elderly', '高齢者のみの世帯', 'Elderly only'],
    ['household.family', '家族と同居', 'With family'],
    ['household.facility', '施設に入所', 'In a facility'],
    ['household.unknown', '世帯の状況が不明', 'Household not known'],
  ]),
  ...of('zones', 'people', PEOPLE, 'hazard', [
    ['hazard.red', '特別警戒区域内', 'Inside a red zone'],
    ['hazard.yellow', '警戒区域内(特別警戒区域を除く)', 'Inside a yellow zone, not red'],
    ['hazard.undetermined', '区域を判定できない', 'Undetermined'],
    ['hazard.outside', '区域外', 'In no designated zone'],
  ]),
  ...of('plans', 'people', PEOPLE, 'plan', [
    ['plan.not_started', '計画 未着手', 'Plan not started'],
    ['plan.asked', '計画 同意を確認中', 'Plan: consent asked'],
    ['plan.refused', '計画 不同意', 'Plan refused'],
    ['plan.in_work', '計画 作成中', 'Plan being drawn up'],
    ['plan.in_force', '計画 共有済み・運用中', 'Plan shared or in force'],
    ['plan.review_due', '計画 見直しが必要', 'Plan to be reviewed'],
    ['plan.ended', '計画 終了', 'Plan ended'],
    ['plan.unseen', '計画を見られない人', 'Plan not open to your role'],
  ]),
  ...of('roster', 'people', PEOPLE, 'supporters', [
    ['supporters.some', '避難支援等実施者あり', 'With a supporter'],
    ['supporters.none', '避難支援等実施者なし', 'Without a supporter'],
    ['supporters.unknown', '避難支援等実施者が不明', 'Supporters not known'],
  ]),
  ...of('roads', 'people', PEOPLE, 'cutoff', [
    ['cutoff.some', '区域内の道路が使えないと孤立', 'Cut off when roads in red zones fail'],
    ['cutoff.none', '区域内の道路が使えなくても孤立しない', 'Not cut off when those roads fail'],
    ['cutoff.unlooked', '孤立を確かめられない', 'Not looked at, as no place is known'],
  ]),
  ...of('shelters', 'places', PLACES, null, [
    ['shelter.count', '指定避難所', 'Shelters'],
    ['welfare.count', '福祉避難所', 'Welfare shelters'],
    ['shelter.unknown', '収容人数が不明の指定避難所', 'Shelters of unknown capacity'],
    ['welfare.unknown', '収容人数が不明の福祉避難所', 'Welfare shelters of unknown capacity'],
  ]),
  ...of('shelters', 'places', PEOPLE, null, [
    ['shelter.capacity', '指定避難所の収容人数', 'Capacity of shelters'],
    ['welfare.capacity', '福祉避難所の収容人数', 'Capacity of welfare shelters'],
  ]),
  ...of('drills', 'events', TIMES, null, [['drill.held', '実施した訓練', 'Drills held']]),
  ...of('drills', 'events', CASES, null, [
    ['drill.open', '未解決の訓練の課題', 'Open findings of drills'],
  ]),
  ...of('relay-sheets', 'sheets', CASES, 'relay', [
    ['relay.received', 'つなぐシート 受付', 'Relay sheets received'],
    ['relay.in_hand', 'つなぐシート 対応中', 'Relay sheets in hand'],
    ['relay.answered', 'つなぐシート 回答済み', 'Relay sheets answered'],
    ['relay.closed', 'つなぐシート 完了', 'Relay sheets closed'],
  ]),
  ...of('relay-sheets', 'sheets', CASES, null, [
    ['relay.overdue', 'つなぐシート 期限超過', 'Relay sheets overdue'],
  ]),
  ...of('city', 'people', PEOPLE, null, [['population', '人口', 'Population']]),
  ...of('city', 'people', PEOPLE, 'population', [
    ['population.0_14', '人口 14歳以下', 'Population up to 14'],
    ['population.15_64', '人口 15〜64歳', 'Population 15 to 64'],
    ['population.65_74', '人口 65〜74歳', 'Population 65 to 74'],
    ['population.75_', '人口 75歳以上', 'Population 75 and more'],
  ]),
  ...of('city', 'households', HOUSEHOLDS, null, [
    ['households', '世帯数', 'Households'],
    ['households.alone65', '65歳以上のひとり暮らし世帯', 'Households of one over 65'],
  ]),
  ...of('city', 'places', PLACES, null, [
    ['facility.medical', '医療機関', 'Medical institutions'],
    ['facility.care', '介護サービス事業所', 'Care services'],
    ['facility.hall', '集会所・市民センター', 'Halls and civic centres'],
  ]),
  ...of('city', 'places', GROUPS, null, [
    ['group.prevention', '自主防災組織', 'Self-organised disaster prevention'],
    ['group.salon', 'サロン・通いの場', 'Salons and gathering places'],
    ['group.welfare', '民生委員・児童委員', 'Welfare commissioners'],
  ]),
];

const BY_ID = new Map(FACTS.map((fact) => [fact.id, fact]));
export const findFact = (id: string): Fact | null => BY_ID.get(id) ?? null;

/** The parts of a group, in the order of the table. */
export const factsOfGroup = (group: string): readonly Fact[] =>
  FACTS.filter((fact) => fact.group === group);

/** A number, or why there is none: nobody has recorded it, or few people are in it. */
export type FactValue = number | 'not-recorded' | 'hidden';
export type FactValues = Readonly<Record<string, FactValue>>;
