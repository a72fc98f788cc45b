import type { Random } from '../random.ts';
import {
  FIRST_WORDS,
  FLAT_WORDS,
  MOUNTAIN_WORDS,
  REAL_NAMES,
  SEA_WORDS,
  VALLEY_WORDS,
  type Word,
} from './place-words.ts';

export interface PlaceName {
  readonly name: string;
  readonly kana: string;
}

export type Setting = 'sea' | 'valley' | 'flat' | 'mountain';

const LAST_WORDS: Readonly<Record<Setting, readonly Word[]>> = {
  sea: SEA_WORDS,
  valley: VALLEY_WORDS,
  flat: FLAT_WORDS,
  mountain: MOUNTAIN_WORDS,
};

/** Makes names of places by where they lie; each name comes once. */
export function placeNamer(random: Random): (setting: Setting) => PlaceName {
  const taken = new Set(REAL_NAMES);
  const next = (setting: Setting, attempt: number): PlaceName => {
    const [first, firstKana] = random.pick(FIRST_WORDS);
    const [last, lastKana] = random.pick(LAST_WORDS[setting]);
    // Two words are many thousand names; should they run out, a third goes before them.
    const [before, beforeKana] = attempt > 40 ? random.pick(FIRST_WORDS) : ['', ''];
    const name = before + first + last;
    if (first === last || before === first || taken.has(name)) return next(setting, attempt + 1);
    taken.add(name);
    return { name, kana: beforeKana + firstKana + lastKana };
  };
  return (setting) => next(setting, 0);
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const NUMERAL_KANA = ['いっ', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はっ', 'きゅう'];

/** 「…三丁目」; 1 to 9. */
export function chomeName({ name, kana }: PlaceName, chome: number): PlaceName {
  return {
    name: `${name}${NUMERALS[chome - 1] ?? chome}丁目`,
    kana: `${kana}${NUMERAL_KANA[chome - 1] ?? ''}ちょうめ`,
  };
}

export function toKatakana(hiragana: string): string {
  return hiragana.replaceAll(/[ぁ-ゖ]/gu, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0x60),
  );
}
