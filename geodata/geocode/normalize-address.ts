import { kanji2number } from '@geolonia/japanese-numeral';

/**
 * Old or variant characters that stand in place names beside the new ones; both sides of a match go
 * through this. 廿 becomes 二十 so that 廿日市 and 二十日市 meet; it is no number there, for numerals are
 * only read where a unit or a hyphen follows.
 */
const VARIANTS = new Map(
  [
    '櫻桜 澤沢 濱浜 濵浜 廣広 嶋島 嶌島 國国 龍竜 瀧滝 瀨瀬 嶽岳 﨑崎 碕崎 邊辺 邉辺 淺浅 鹽塩 嚴厳 對対 壽寿 寶宝',
    '寳宝 榮栄 惠恵 實実 條条 來来 靜静 舊旧 會会 鐵鉄 眞真 黑黒 德徳 學学 圓円 萬万 藏蔵 豐豊 縣県 區区 驛駅 槇槙',
    '檜桧 藪薮 曾曽 與与 齋斎 關関 鷗鴎 塚塚 增増 橫横 彌弥 莊荘 壹一 壱一 弐二 弍二 貳二 參三 参三 拾十 丗卅',
  ]
    .join(' ')
    .split(' ')
    .map((pair): [string, string] => [[...pair][0]!, [...pair][1]!]),
);

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
    let next = [...last.normalize('NFKC')]
      .map((character) => VARIANTS.get(character) ?? character)
      .join('');
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
