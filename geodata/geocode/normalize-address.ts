import { kanji2number } from '@geolonia/japanese-numeral';
import { modernForms } from '#domain/text/modern-forms';

const KANJI_NUMERAL = '[〇一二三四五六七八九十百千]+';
/** A numeral counts as one before 丁目, 番, 号 or a hyphen, and behind 丁目, 番地 or a hyphen. */
const NUMERAL_BEFORE_UNIT = new RegExp(
  `${KANJI_NUMERAL}(?=丁目|番|号|-[0-9〇一二三四五六七八九十])`,
  'gu',
);
const NUMERAL_AFTER_UNIT = new RegExp(`(?<=[0-9]-|[0-9]丁目|[0-9]番地?)${KANJI_NUMERAL}`, 'gu');
const ANY_NUMERAL = '[0-9〇一二三四五六七八九十]';

type Step = readonly [pattern: RegExp, replacement: string | ((match: string) => string)];

const STEPS: readonly Step[] = [
  [/\p{Variation_Selector}|\u200b/gu, ''],
  [/^\s*〒?\s*[0-9]{3}-?[0-9]{4}(?![0-9-])/u, ''],
  [/[‐‑‒–—―−─━~〜]/gu, '-'],
  [new RegExp(`(?<=${ANY_NUMERAL})\\s*ー\\s*(?=${ANY_NUMERAL})`, 'gu'), '-'],
  [/(?<=[0-9])一(?=[0-9])/gu, '-'],
  [/\s*-\s*/gu, '-'],
  // So that 廿日市 and 二十日市 meet; no number there, as numerals are only read before a unit or hyphen.
  [/廿/gu, '二十'],
  [/卅/gu, '三十'],
  [new RegExp(`(?<=${ANY_NUMERAL})\\s+(?=丁目|番|号)`, 'gu'), ''],
  [NUMERAL_BEFORE_UNIT, digitsOf],
  [NUMERAL_AFTER_UNIT, digitsOf],
  [/(?<=[0-9])\s*(?:の|ノ|之)\s*(?=[0-9])/gu, '-'],
  [/(?<=丁目)\s*(?:の|ノ|-)?\s*(?=[0-9])/gu, ''],
  [/(?<=[0-9])\s*番地?(?=の|ノ|之|-|\s|[0-9]|$|[^\p{Script=Han}])(?:の|ノ|之|-)?\s*/gu, '番'],
  [/(?<=[0-9])\s*番地/gu, '番'],
  [/(?<=[0-9])号(?![室棟館線])/gu, ' '],
  [/(?<=\p{Script=Han})[ヶケがガヵ](?=\p{Script=Han})/gu, 'ケ'],
  [/(?<=\p{Script=Han})[のノ之乃](?=\p{Script=Han})/gu, 'ノ'],
  [/(?<=\p{Script=Han})[つっツッ](?=\p{Script=Han})/gu, 'ツ'],
  [/[大小]字|(?<!文)字/gu, ' '],
  [/\s+/gu, ' '],
  [/^ | $/gu, ''],
];

/**
 * One spelling of an address for matching. Spaces and the words 大字 and 字 are left as one space
 * each: they tell where a name ends.
 */
export function canonicalAddress(text: string): string {
  let last = text;
  // A step can lay open work for an earlier one (「２ 丁目」); three rounds settle every address seen.
  for (let round = 0; round < 8; round += 1) {
    let next = modernForms(last.normalize('NFKC'));
    for (const [pattern, replacement] of STEPS)
      next =
        typeof replacement === 'string'
          ? next.replace(pattern, replacement)
          : next.replace(pattern, replacement);
    if (next === last) break;
    last = next;
  }
  return last;
}

/** The canonical spelling without spaces, but where one parts two numbers. Idempotent. */
export function normalizeAddress(text: string): string {
  const joined = canonicalAddress(text).replace(/(?<![0-9]) | (?![0-9])/gu, '');
  const again = canonicalAddress(joined).replace(/(?<![0-9]) | (?![0-9])/gu, '');
  return again === joined ? joined : normalizeAddress(again);
}

function digitsOf(kanji: string): string {
  try {
    return String(kanji2number(kanji));
  } catch {
    // 十十 and the like are no numbers.
    return kanji;
  }
}
