import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon } from '#domain/hazard/zone';
import type { Accuracy } from './accuracy.ts';
import type { Device, DisabilityKind } from './disability.ts';
import type { CommunicationNeed, FactName, Household, PlanState } from './facts.ts';

/** A text of the screen in the two languages. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}
type Labels<Value extends string> = Readonly<Record<Value, Bilingual>>;

/** Names of the facts. Care levels have their words in care-level.ts. */
export const FACT_LABELS: Labels<FactName> = {
  redZone: { ja: '特別警戒区域との関係', en: 'Red zone' },
  anyZone: { ja: '警戒区域との関係', en: 'Red or yellow zone' },
  phenomena: { ja: '現象の種類', en: 'Phenomenon' },
  positionAccuracy: { ja: '位置の精度', en: 'Accuracy of the position' },
  age: { ja: '年齢', en: 'Age' },
  careLevel: { ja: '要介護度', en: 'Care level' },
  disabilities: { ja: '障害', en: 'Disability' },
  devices: { ja: '医療機器', en: 'Medical device' },
  household: { ja: '世帯', en: 'Household' },
  communication: { ja: '情報の取得・判断', en: 'Getting and judging information' },
  supporterCount: { ja: '避難支援等実施者', en: 'Supporters' },
  plan: { ja: '個別避難計画', en: 'Individual evacuation plan' },
};

export const RELATION_LABELS: Labels<Relation> = {
  inside: { ja: '区域内', en: 'Inside' },
  undetermined: { ja: '判定できません', en: 'Cannot be judged' },
  near: { ja: '区域のそば', en: 'Near' },
  outside: { ja: '区域外', en: 'Not in a designated zone' },
};

export const PHENOMENON_LABELS: Labels<Phenomenon> = {
  'slope-failure': { ja: '急傾斜地の崩壊', en: 'Slope failure' },
  'debris-flow': { ja: '土石流', en: 'Debris flow' },
  landslide: { ja: '地すべり', en: 'Landslide' },
};

export const ACCURACY_LABELS: Labels<Accuracy> = {
  building: { ja: '建物', en: 'Building' },
  manual: { ja: '手で設定', en: 'Set by hand' },
  block: { ja: '街区まで', en: 'Block only' },
  town: { ja: '町名まで', en: 'Town only' },
  none: { ja: '位置不明', en: 'No position' },
};

export const DISABILITY_LABELS: Labels<DisabilityKind> = {
  visual: { ja: '視覚障害', en: 'Visual' },
  hearing: { ja: '聴覚・平衡機能障害', en: 'Hearing or balance' },
  speech: { ja: '音声・言語・そしゃく機能障害', en: 'Speech or chewing' },
  'upper-limb': { ja: '上肢障害', en: 'Upper limb' },
  'lower-limb': { ja: '下肢障害', en: 'Lower limb' },
  trunk: { ja: '体幹障害', en: 'Trunk' },
  limb: { ja: '肢体不自由(部位不明)', en: 'Limb (which is not known)' },
  internal: { ja: '内部障害', en: 'Internal organ' },
  intellectual: { ja: '療育手帳', en: 'Intellectual' },
  mental: { ja: '精神障害', en: 'Mental' },
  'intractable-disease': { ja: '難病', en: 'Intractable disease' },
};

export const DEVICE_LABELS: Labels<Device> = {
  ventilator: { ja: '人工呼吸器', en: 'Ventilator' },
  suction: { ja: '吸引器', en: 'Suction device' },
  'oxygen-concentrator': { ja: '酸素濃縮器', en: 'Oxygen concentrator' },
  dialysis: { ja: '人工透析', en: 'Dialysis' },
  'tube-feeding': { ja: '経管栄養', en: 'Tube feeding' },
};

export const HOUSEHOLD_LABELS: Labels<Household> = {
  alone: { ja: '独居', en: 'Lives alone' },
  'elderly-only': { ja: '高齢者のみの世帯', en: 'Elderly people only' },
  'with-family': { ja: '家族と同居', en: 'Lives with family' },
  facility: { ja: '施設入所', en: 'Lives in a facility' },
};

export const COMMUNICATION_LABELS: Labels<CommunicationNeed> = {
  none: { ja: '支援不要', en: 'No support needed' },
  perception: { ja: '見聞きに支援が必要', en: 'Needs help to see or hear announcements' },
  judgement: { ja: '判断に支援が必要', en: 'Needs help to judge announcements' },
  language: { ja: '日本語以外の言語が必要', en: 'Needs a language other than Japanese' },
};

export const PLAN_LABELS: Labels<PlanState> = {
  none: { ja: '未作成', en: 'None' },
  draft: { ja: '作成中', en: 'Draft' },
  complete: { ja: '作成済み', en: 'Complete' },
};
