import type { ImportReason } from '#geodata/item';

/** Every reason of its own that the importers of shelters can give. */
export const SHELTER_REASONS = {
  blankRow: { code: 'shelter.blank-row', ja: '空の行です', en: 'Blank row' },
  nameMissing: {
    code: 'shelter.name-missing',
    ja: '施設・場所の名称がありません',
    en: 'There is no name of the place',
  },
  duplicate: {
    code: 'shelter.duplicate',
    ja: 'まったく同じ内容の施設が先にあります',
    en: 'A record that is the same in every value stands before',
  },
  sameId: {
    code: 'shelter.same-id',
    ja: 'ほかの施設と同じ ID のため、内容から区別する ID を付けました',
    en: 'Another record has the same ID: one made from the content was given',
  },
  swappedPosition: {
    code: 'shelter.swapped-position',
    ja: '緯度と経度が逆に入っていたため入れ替えました',
    en: 'Latitude and longitude were in each other’s columns and were swapped',
  },
  unreadablePosition: {
    code: 'shelter.unreadable-position',
    ja: '緯度・経度を日本国内の位置として読めません: 位置なしとして取り込みます',
    en: 'Latitude and longitude are no position in Japan: taken as without a position',
  },
  unreadableFlag: (header: string, text: string): ImportReason => ({
    code: 'shelter.unreadable-flag',
    ja: `${header}『${text}』を読めません: 該当なしとして取り込みます`,
    en: `Cannot read ${header} “${text}”: taken as not so`,
  }),
  unreadableCapacity: {
    code: 'shelter.unreadable-capacity',
    ja: '収容人数を数として読めません: 文字のまま残します',
    en: 'The capacity cannot be read as a number: its text is kept',
  },
  unreadableBasis: (text: string): ImportReason => ({
    code: 'shelter.unreadable-basis',
    ja: `区分『${text}』は「指定」「協定」のどちらでもありません: 不明として取り込みます`,
    en: `“${text}” is neither 指定 (designated) nor 協定 (agreement): taken as unknown`,
  }),
} as const;
