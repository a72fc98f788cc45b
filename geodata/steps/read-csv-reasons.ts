import type { ImportReason } from '#geodata/item';

/** What can be wrong with a row as CSV, whatever its columns mean. */
export const CSV_REASONS = {
  longRow: (cells: number, headers: number): ImportReason => ({
    code: 'csv.long-row',
    ja: `列の数(${cells})が見出し(${headers})より多く、値の列がずれています。値の中の区切り文字を引用符で囲んでください`,
    en: `The row has ${cells} cells under ${headers} headers: its values are in the wrong columns. Quote values that contain the delimiter`,
  }),
  brokenQuotes: (): ImportReason => ({
    code: 'csv.broken-quotes',
    ja: '引用符(")の対応がとれていません。この行から後ろの行を巻き込んでいる可能性があります',
    en: 'The quotation marks do not match; lines that follow may have been taken into this row',
  }),
  shortRow: (cells: number, headers: number): ImportReason => ({
    code: 'csv.short-row',
    ja: `列の数(${cells})が見出し(${headers})より少ないため、足りない列は空欄として取り込みます`,
    en: `The row has ${cells} cells under ${headers} headers: the missing ones are taken as empty`,
  }),
  undecodable: (count: number): ImportReason => ({
    code: 'csv.undecodable-character',
    ja: `読み取れない文字が ${count} 個あります(文字コードを確認してください)`,
    en: `${count} characters could not be decoded (check the encoding)`,
  }),
} as const;
