import type { ImportReason } from '#geodata/item';

/** A cell as a mapper read it: `null` is "the file does not say"; repairs are for the officer. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly repairs: readonly ImportReason[];
}

export const NOT_SAID: Parsed<never> = { value: null, repairs: [] };

export function parsed<T>(value: T | null, ...repairs: ImportReason[]): Parsed<T> {
  return { value, repairs };
}

/** What offices write into a cell that they have nothing for. None of it means "no". */
const BLANK = /^(?:[-‐‑‒–—―−ーｰ－*＊.…・]+|不明|未記入|未確認|未調査|空欄|unknown|null)$/iu;

/** Spaces at the ends go, full-width ones too; every other character stays. `null` when nothing is said. */
export function textOrNull(cell: string | undefined): string | null {
  const text = cell?.trim() ?? '';
  return text === '' || BLANK.test(text) ? null : text;
}

/** Half-width and without spaces: `００４１` and `0041` are one number, in one file and in the next. */
export function oneSpelling(number: string | undefined): string | undefined {
  return number?.normalize('NFKC').replace(/[\s\u200b]/gu, '');
}

/**
 * One spelling for comparing: half-width, upper case, no spaces, no variation selectors. NFKC turns
 * Ⓐ into A, so whoever needs the difference (療育手帳) looks before.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Variation_Selector}|[\s\u200b]/gu, '')
    .toUpperCase();
}

const YES = new Set([
  '有',
  '有り',
  'あり',
  '○',
  '◯',
  '〇',
  '●',
  '◎',
  '1',
  'はい',
  'Y',
  'YES',
  'TRUE',
  '該当',
  'レ',
  '✓',
  '✔',
  '対象',
  '使用',
  '使用中',
  '利用',
  '利用中',
]);
const NO = new Set([
  '無',
  '無し',
  'なし',
  'ない',
  '×',
  '✕',
  'X',
  '0',
  'いいえ',
  'N',
  'NO',
  'FALSE',
  '非該当',
  '該当なし',
  '該当無し',
  '対象外',
  '未使用',
  '使用なし',
  '特になし',
  '所持なし',
  '手帳なし',
  '未所持',
]);

export function isYes(text: string): boolean {
  return YES.has(comparable(text));
}

export function isNo(text: string): boolean {
  return NO.has(comparable(text));
}

const KANJI_DIGITS = new Map([...'〇一二三四五六七八九'].map((kanji, digit) => [kanji, digit]));

/** `3`, `三`, `III` → 3; for the single digits of levels and grades. `null` when it is none. */
export function singleDigit(text: string): number | null {
  if (/^[0-9]$/.test(text)) return Number(text);
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'].indexOf(text);
  return roman >= 0 ? roman + 1 : (KANJI_DIGITS.get(text) ?? null);
}
