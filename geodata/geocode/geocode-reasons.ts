import type { ImportReason } from '#geodata/item';

/** Why an address has no position. Every one of them asks an officer to place the person by hand. */
export const GEOCODE_REASONS = {
  noAddress: {
    code: 'geocode.no-address',
    ja: '住所がありません',
    en: 'There is no address',
  },
  otherCity: {
    code: 'geocode.other-city',
    ja: '住所の市区町村が位置参照データにありません',
    en: 'The city of the address is not in the gazetteer',
  },
  unknownTown: {
    code: 'geocode.unknown-town',
    ja: '住所の町名が位置参照データにありません',
    en: 'The town of the address is not in the gazetteer',
  },
  chomeMissing: {
    code: 'geocode.chome-missing',
    ja: '丁目が書かれていないか、その丁目が位置参照データにありません',
    en: 'The address lacks its 丁目, or the gazetteer does not have that 丁目',
  },
  ambiguousChome: {
    code: 'geocode.ambiguous-chome',
    ja: '住所の最初の数字が丁目か番地か判別できません',
    en: 'The first number of the address may be a 丁目 or a lot number',
  },
  ambiguousCity: {
    code: 'geocode.ambiguous-city',
    ja: '同じ町名が複数の市区町村にあり、住所に市区町村がありません',
    en: 'Several cities have a town of this name and the address does not say the city',
  },
  ambiguousTown: {
    code: 'geocode.ambiguous-town',
    ja: '同じ町名が離れた場所に複数あります',
    en: 'Several towns far from each other have this name',
  },
} as const satisfies Record<string, ImportReason>;
