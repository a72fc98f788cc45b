import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';
import type { Accuracy } from '#domain/resident/accuracy';
import type { Device, DisabilityKind } from '#domain/resident/disability';
import type { CommunicationNeed, Household, PlanState } from '#domain/resident/facts';
import type { Sex } from '#domain/resident/roster-entry';
import type { ShelterEquipment, ShelterKind, SiteHazard } from '#domain/shelter/shelter';

type Words<Key extends string> = Readonly<Record<Key, string>>;

const relation: Words<Relation> = {
  inside: '区域内',
  near: '区域の近く',
  undetermined: '判定できません',
  outside: '区域外',
};
const redRelation: Words<Relation> = {
  inside: '特別警戒区域内',
  near: '特別警戒区域の近く',
  undetermined: '判定できません',
  outside: '特別警戒区域外',
};
const phenomenon: Words<Phenomenon> = {
  'slope-failure': '急傾斜地の崩壊',
  'debris-flow': '土石流',
  landslide: '地すべり',
};
const zoneClass: Words<ZoneClass> = {
  red: '土砂災害特別警戒区域',
  yellow: '土砂災害警戒区域',
  'red-before-designation': '土砂災害特別警戒区域(指定前)',
  'yellow-before-designation': '土砂災害警戒区域(指定前)',
};
const accuracy: Words<Accuracy> = {
  building: '建物',
  manual: '手で定めた位置',
  block: '街区まで',
  town: '町名まで',
  none: '位置不明',
};
const disability: Words<DisabilityKind> = {
  visual: '視覚',
  hearing: '聴覚・平衡',
  speech: '音声・言語・そしゃく',
  'upper-limb': '上肢',
  'lower-limb': '下肢',
  trunk: '体幹',
  limb: '肢体',
  internal: '内部',
  intellectual: '療育手帳',
  mental: '精神障害',
  'intractable-disease': '難病',
};
const device: Words<Device> = {
  ventilator: '人工呼吸器',
  suction: '吸引器',
  'oxygen-concentrator': '酸素濃縮器',
  dialysis: '人工透析',
  'tube-feeding': '経管栄養',
};
const household: Words<Household> = {
  alone: 'ひとり暮らし',
  'elderly-only': '高齢者のみ',
  'with-family': '家族と同居',
  facility: '施設に入所',
};
const communication: Words<CommunicationNeed> = {
  none: '支援の必要なし',
  perception: '放送や文字が伝わりにくい',
  judgement: '状況の判断に支援が必要',
  language: '日本語以外の言語が必要',
};
const plan: Words<PlanState> = { none: '計画なし', draft: '作成中', complete: '作成済み' };
/** What the roster alone says. */
const planOnRoster: Words<PlanState> = {
  none: '計画なし',
  draft: '名簿では作成中(この画面にはまだありません)',
  complete: '名簿では作成済み(この画面にはまだありません)',
};
const sex: Words<Sex> = { female: '女', male: '男', other: 'その他' };
const shelterKind: Words<ShelterKind> = {
  'emergency-site': '指定緊急避難場所',
  shelter: '指定避難所',
  'welfare-shelter': '福祉避難所',
};
const siteHazard: Words<SiteHazard> = {
  flood: '洪水',
  landslide: '崖崩れ・土石流・地すべり',
  'storm-surge': '高潮',
  earthquake: '地震',
  tsunami: '津波',
  'large-fire': '大規模な火事',
  'inland-flood': '内水氾濫',
  volcano: '火山現象',
};
const equipment: Words<ShelterEquipment> = {
  'emergency-power': '非常用電源',
  suction: '吸引器',
  oxygen: '酸素',
  'accessible-toilet': '多目的トイレ',
  'care-bed': '介護用ベッド',
};

/** Words of the field for the values of the domain. */
export const terms = {
  relation,
  redRelation,
  phenomenon,
  zoneClass,
  accuracy,
  disability,
  device,
  household,
  communication,
  plan,
  planOnRoster,
  sex,
  shelterKind,
  siteHazard,
  equipment,
  unknown: '不明',
  grade: (grade: string) => (/^\d+$/.test(grade) ? `${grade}級` : grade),
  years: (age: number) => `${age}歳`,
  people: (count: string) => `${count}人`,
  hiddenCount: '非表示',
  tier: (tier: number) => `第${tier}優先`,
  rank: (rank: string) => `${rank}位`,
};
