import type { ImportReason } from './item.ts';

/**
 * Every reason that the roster importer can give, once. The texts quote the cell that could not be
 * read, never a name, an address or a phone number: they end up in logs and on screens.
 */
export const ROSTER_REASONS = {
  numberMissing: (): ImportReason => ({
    code: 'roster.number-missing',
    ja: '名簿番号がないため、だれの行か判別できません。名簿番号を入れて取り込み直してください',
    en: 'No roster number: the person cannot be identified. Fill it in and import again',
  }),
  numberClash: (firstRow: number): ImportReason => ({
    code: 'roster.number-clash',
    ja: `名簿番号が ${firstRow} 行目の別の人(氏名と生年月日がどちらも異なります)と同じです。番号を確認してください`,
    en: `The roster number is that of another person in row ${firstRow} (name and birth date both differ)`,
  }),
  numberOfAnother: (isOnRoster: boolean): ImportReason =>
    isOnRoster
      ? {
          code: 'roster.number-of-another',
          ja: '名簿番号が、使用中の名簿にいる別の人(氏名と生年月日がどちらも異なります)の番号です。この行は取り込まず、その人を今のまま残します。新しい人なら、別の番号を付けて取り込み直してください。同じ人の氏名と生年月日を両方直すときは、先に氏名だけを直した名簿を取り込み、次に生年月日を直してください',
          en: 'The roster number is that of another person on the roster in force (name and birth date both differ): this row is not taken over, and that person stays as they are. Give a new person a number of their own and import again. To correct both name and birth date of one person, import a roster with the name corrected first, then one with the birth date',
        }
      : {
          code: 'roster.number-of-gone',
          ja: '名簿番号が、以前の名簿にいた別の人(氏名と生年月日がどちらも異なります)の番号です。前の人の同意や計画を引き継がないよう、この行は取り込みません。別の番号を付けて取り込み直してください',
          en: "The roster number was that of another person on a former roster (name and birth date both differ): this row is not taken over, so that it does not inherit that person's consents and plan. Give the person another number and import again",
        },
  mergedRow: (firstRow: number): ImportReason => ({
    code: 'roster.merged-row',
    ja: `同じ名簿番号の ${firstRow} 行目の人にまとめました`,
    en: `Merged into the person of row ${firstRow}, who has the same roster number`,
  }),
  blankRow: (): ImportReason => ({
    code: 'roster.blank-row',
    ja: '空の行です',
    en: 'Blank row',
  }),
  totalRow: (): ImportReason => ({
    code: 'roster.total-row',
    ja: '合計の行です(人ではありません)',
    en: 'A row of totals, not a person',
  }),
  nameMissing: (): ImportReason => ({
    code: 'roster.name-missing',
    ja: '氏名がありません: 空欄のまま取り込みます',
    en: 'No name: taken over empty',
  }),
  unreadable: (column: string, text: string): ImportReason => ({
    code: 'roster.unreadable-value',
    ja: `${column}『${text}』を読めません: 不明として取り込みます`,
    en: `Cannot read ${column} “${text}”: taken as unknown`,
  }),
  partlyUnreadable: (column: string, text: string): ImportReason => ({
    code: 'roster.partly-unreadable-value',
    ja: `${column}のうち『${text}』を読めません: 読めた分だけを取り込みます`,
    en: `Cannot read the part “${text}” of ${column}: the rest is taken over`,
  }),
  readAs: (column: string, text: string, meaning: string): ImportReason => ({
    code: 'roster.read-as',
    ja: `${column}『${text}』を「${meaning}」と読みました`,
    en: `${column} “${text}” was read as “${meaning}”`,
  }),
  ambiguousCareDigit: (column: string, text: string): ImportReason => ({
    code: 'roster.ambiguous-care-digit',
    ja: `${column}『${text}』は、区分コードの先頭の0が落ちたものか要介護${text}か判別できません: 不明として取り込みます`,
    en: `${column} “${text}” is either a code that lost its leading zero or care level ${text}: taken as unknown`,
  }),
  lunarDate: (column: string, text: string): ImportReason => ({
    code: 'roster.lunar-date',
    ja: `${column}『${text}』は改暦(明治6年)より前です: 不明として取り込みます`,
    en: `${column} “${text}” is before the calendar reform of 1873: taken as unknown`,
  }),
  futureDate: (column: string, text: string): ImportReason => ({
    code: 'roster.future-date',
    ja: `${column}『${text}』が名簿の基準日より後です: 不明として取り込みます`,
    en: `${column} “${text}” is later than the date of the roster: taken as unknown`,
  }),
  contradiction: (column: string, row: number): ImportReason => ({
    code: 'roster.contradiction',
    ja: `${column}が ${row} 行目と食い違います: 先に書かれた行の値を採りました`,
    en: `${column} contradicts row ${row}: the value of the earlier row was kept`,
  }),
  noneContradicted: (column: string, row: number): ImportReason => ({
    code: 'roster.none-contradicted',
    ja: `${column}が「なし」の行とそうでない行があります(${row} 行目): 書かれているものを採りました`,
    en: `${column} is “none” in one row and not in another (row ${row}): what is written was kept`,
  }),
  severalNeeds: (text: string, meaning: string): ImportReason => ({
    code: 'roster.several-communication-needs',
    ja: `意思疎通『${text}』に複数の内容があります: 先に書かれた「${meaning}」を採りました`,
    en: `Communication “${text}” says several things: the first, “${meaning}”, was kept`,
  }),
  physicalKindMissing: (text: string): ImportReason => ({
    code: 'roster.disability-kind-missing',
    ja: `身体障害者手帳『${text}』に部位(視覚・聴覚・肢体・内部など)がありません: 不明として取り込みます`,
    en: `The physical disability certificate “${text}” does not say the kind: taken as unknown`,
  }),
  supporterNameMissing: (): ImportReason => ({
    code: 'roster.supporter-name-missing',
    ja: '支援者の氏名がありません: この支援者は取り込みません',
    en: 'A supporter has no name and is not taken over',
  }),
  phoneZeroRestored: (): ImportReason => ({
    code: 'roster.phone-zero-restored',
    ja: '電話番号の先頭の0が落ちていたため補いました',
    en: 'The leading zero of the phone number was lost and has been restored',
  }),
  positionUnreadable: (): ImportReason => ({
    code: 'roster.position-unreadable',
    ja: '緯度・経度を日本国内の位置として読めません: 住所から位置を求めます',
    en: 'Latitude and longitude are no position in Japan: the address will be used',
  }),
  positionSwapped: (): ImportReason => ({
    code: 'roster.position-swapped',
    ja: '緯度と経度が入れ替わっていたため直しました',
    en: 'Latitude and longitude were swapped and have been put right',
  }),
  accuracyAssumed: (accuracy: string): ImportReason => ({
    code: 'roster.accuracy-assumed',
    ja: `位置精度がないか読めません: 「${accuracy}」として扱います`,
    en: `The accuracy of the position is missing or unreadable: treated as “${accuracy}”`,
  }),
} as const;
