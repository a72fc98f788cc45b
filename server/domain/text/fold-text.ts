import { modernForms } from './modern-forms.ts';

/** Beside `modernForms`: what families of one name write differently. Only for finding, never for telling apart. */
const NAME_FORMS: Readonly<Record<string, string>> = {
  髙: '高',
  𠮷: '吉',
  冨: '富',
  斉: '斎',
  齊: '斎',
  邉: '辺',
  桒: '桑',
  栁: '柳',
};
const ANY_NAME_FORM = new RegExp(`[${Object.keys(NAME_FORMS).join('')}]`, 'gu');
const SMALL_KANA = 'ァィゥェォッャュョヮヵヶ';
const LARGE_KANA = 'アイウエオツヤユヨワカケ';
const HIRAGANA_TO_KATAKANA = 0x60;

/**
 * One spelling for finding: full and half width, case, hiragana and katakana, small and large kana, old
 * characters, spaces, dots and hyphens make no difference.
 */
export function foldText(text: string): string {
  return (
    modernForms(text.normalize('NFKC').replace(/\p{Variation_Selector}/gu, ''))
      .toLowerCase()
      .replace(ANY_NAME_FORM, (character) => NAME_FORMS[character] ?? character)
      .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + HIRAGANA_TO_KATAKANA))
      .replace(/[ァィゥェォッャュョヮヵヶ]/g, (kana) => LARGE_KANA.charAt(SMALL_KANA.indexOf(kana)))
      .replace(/[\s・･.,‐‑‒–—―−─ー-]/g, '')
      // A mark that stood on a space stands on what was before it now, and in its order.
      .normalize('NFKC')
  );
}

const DIGITS = '〇一二三四五六七八九';

/**
 * As `foldText`, with numbers of an address in one spelling: 二丁目3番地の5号 and 2-3-5 are the same. Kanji
 * numerals are read up to 十九 before 丁目, which is as far as towns go.
 */
export function foldAddress(text: string): string {
  const joined = text
    .normalize('NFKC')
    .replace(/(十?)([一二三四五六七八九]?)丁目/g, (whole, ten: string, unit: string) =>
      ten === '' && unit === ''
        ? whole
        : `${(ten === '' ? 0 : 10) + Math.max(0, DIGITS.indexOf(unit || '〇'))}丁目`,
    )
    .replace(/(?<=\d)(?:丁目|番地|番|号|の|ノ)(?:の|ノ)?/g, '-')
    .replace(/(?<=\d)[‐‑‒–—―−─ー-]+(?=\d)/g, '-')
    .replace(/大字|字(?=\p{Script=Han})/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
  // Hyphens between numbers tell 2-3 from 23.
  return joined
    .split(/(?<=\d)-(?=\d)/)
    .map(foldText)
    .join('-');
}
