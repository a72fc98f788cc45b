/** 身体障害者手帳 by kind, 療育手帳, 精神障害者保健福祉手帳, 難病. */
export const DISABILITY_KINDS = [
  'visual', // 視覚
  'hearing', // 聴覚・平衡
  'speech', // 音声・言語・そしゃく
  'upper-limb', // 上肢
  'lower-limb', // 下肢
  'trunk', // 体幹
  'limb', // 肢体 where the file does not say which
  'internal', // 内部
  'intellectual', // 療育手帳
  'mental', // 精神障害者保健福祉手帳
  'intractable-disease', // 難病
] as const;
export type DisabilityKind = (typeof DISABILITY_KINDS)[number];

/**
 * Grade as the certificate says it: '1'–'6' (physical), '1'–'3' (mental), 'Ⓐ' 'A' 'Ⓑ' 'B'
 * (療育手帳 in Hiroshima), null where the certificate has none (難病) or the file leaves it out.
 */
export interface Disability {
  readonly kind: DisabilityKind;
  readonly grade: string | null;
}

/** 医療的ケア: equipment that a person lives on. The first three stop with the electric power. */
export const DEVICES = [
  'ventilator', // 人工呼吸器
  'suction', // 吸引器
  'oxygen-concentrator', // 酸素濃縮器
  'dialysis', // 人工透析
  'tube-feeding', // 経管栄養
] as const;
export type Device = (typeof DEVICES)[number];

export const POWER_DEPENDENT_DEVICES: readonly Device[] = [
  'ventilator',
  'suction',
  'oxygen-concentrator',
];
