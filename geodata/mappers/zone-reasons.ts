import type { ImportReason } from '#geodata/item';

/** Every reason of its own that the importer of hazard zones can give. */
export const ZONE_REASONS = {
  unknownPhenomenon: (code: string): ImportReason => ({
    code: 'zone.unknown-phenomenon',
    ja: `現象の種類(A33_001)『${code}』は 1(急傾斜地の崩壊)、2(土石流)、3(地すべり)のいずれでもありません`,
    en: `Phenomenon (A33_001) “${code}” is none of 1 (slope failure), 2 (debris flow), 3 (landslide)`,
  }),
  unknownClass: (code: string): ImportReason => ({
    code: 'zone.unknown-class',
    ja: `区域区分(A33_002)『${code}』は 1(警戒区域)、2(特別警戒区域)、3・4(それぞれ指定前)のいずれでもありません`,
    en: `Class (A33_002) “${code}” is none of 1 (yellow), 2 (red), 3 and 4 (the same before designation)`,
  }),
  unreadableDate: {
    code: 'zone.unreadable-date',
    ja: '告示年月日(A33_007)を読めません: 不明として取り込みます',
    en: 'The date of public notice (A33_007) cannot be read: taken as unknown',
  },
  unknownSurveyFlag: {
    code: 'zone.unknown-survey-flag',
    ja: '特別警戒区域未指定フラグ(A33_008)が 0・1 以外のため、未調査として取り込みます',
    en: 'The flag “red zone not yet designated” (A33_008) is neither 0 nor 1: taken as not surveyed',
  },
  duplicate: {
    code: 'zone.duplicate',
    ja: '属性も図形もまったく同じ区域が先にあります',
    en: 'A zone that is the same in every attribute and in its geometry stands before',
  },
  line: {
    code: 'zone.line',
    ja: '線の地物です(区域の面ではありません)',
    en: 'A line feature, not the area of a zone',
  },
  outsideClip: {
    code: 'zone.outside-clip',
    ja: '市区町村の範囲にかからない区域です',
    en: 'A zone that does not touch the municipality',
  },
} as const;
