import type { ImportReason } from '#geodata/item';

/** Every reason of its own that the importer of districts and boundaries can give. */
export const DISTRICT_REASONS = {
  nameMissing: {
    code: 'district.name-missing',
    ja: '名前のない区域です(水面などの可能性があります)',
    en: 'The area has no name (it may be water)',
  },
  withoutDistrict: (area: string): ImportReason => ({
    code: 'district.area-without-district',
    ja: `区域「${area}」が対応表(area,district)にありません`,
    en: `The area “${area}” is not in the table of areas and districts`,
  }),
  merged: (firstRecord: number): ImportReason => ({
    code: 'district.merged',
    ja: `同じ名前の ${firstRecord} 番目の区域にまとめました`,
    en: `Merged into area ${firstRecord}, which has the same name`,
  }),
} as const;
