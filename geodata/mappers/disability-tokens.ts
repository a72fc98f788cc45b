import type { DisabilityKind } from '#domain/resident/disability';
import { comparable, singleDigit } from './roster-text.ts';

/** What the column itself says of its cells: 身体障害者手帳, 療育手帳, 精神手帳, 難病, or any of them. */
export type DisabilityColumn = 'any' | 'physical' | 'intellectual' | 'mental' | 'disease';

export type DisabilityToken =
  | { readonly type: 'kind'; readonly text: string; readonly kind: DisabilityKind }
  | {
      readonly type: 'grade';
      readonly text: string;
      readonly grade: string;
      /** The kind that has such grades, where only one has. */
      readonly implies: DisabilityKind | null;
      /** Letters of another prefecture that `grade` stands for. */
      readonly replaces: string | null;
    }
  | { readonly type: 'strange'; readonly text: string };

/** Words for each kind; 身体障害者福祉法施行規則 別表第5号 and how offices shorten it. */
const KIND_WORDS: readonly (readonly [DisabilityKind, readonly string[]])[] = [
  ['visual', ['視覚', '視力', '視野', '盲', '弱視']],
  ['hearing', ['聴覚・平衡', '聴覚又は平衡', '聴覚', '平衡', '聴力', 'ろうあ', 'ろう', '難聴']],
  [
    'speech',
    [
      '音声・言語・そしゃく',
      '音声・言語又はそしゃく',
      '音声機能・言語機能',
      '音声言語',
      '音声・言語',
      '音声',
      '言語',
      'そしゃく',
      '咀嚼',
    ],
  ],
  ['upper-limb', ['両上肢', '右上肢', '左上肢', '上肢']],
  ['lower-limb', ['両下肢', '右下肢', '左下肢', '移動機能', '下肢']],
  ['trunk', ['体幹']],
  ['limb', ['肢体不自由', '肢体', '四肢', '運動機能']],
  [
    'internal',
    [
      '内部障害',
      '内部',
      '心臓',
      'じん臓',
      '腎臓',
      'じんぞう',
      '呼吸器',
      'ぼうこう・直腸',
      'ぼうこう又は直腸',
      'ぼうこう',
      '膀胱',
      '直腸',
      '小腸',
      '免疫',
      'ヒト免疫不全ウイルス',
      '肝臓',
    ],
  ],
  ['intellectual', ['療育手帳', '療育', '知的障害', '知的']],
  ['mental', ['精神障害者保健福祉手帳', '精神障害', '精神手帳', '精神']],
  ['intractable-disease', ['指定難病', '特定疾患', '難病']],
];

const KINDS = new Map(
  KIND_WORDS.flatMap(([kind, words]) => words.map((word) => [comparable(word), kind])),
);
const KIND_PATTERN = [...KINDS.keys()].sort((a, b) => b.length - a.length).join('|');

/** Words around kinds and grades that add nothing. */
const FILLER =
  '身体障害者手帳|身障手帳|身体障害者?|身体|身障|手帳|機能|障害者?|障がい者?|第?[12一二]種|による|又は|及び|交付|所持|の|等級|程度|[()\\[\\]「」、,;/・+&:.。]+';

/** 療育手帳 of Hiroshima: Ⓐ 最重度, A 重度, Ⓑ 中度, B 軽度. A1–B2 are other prefectures' letters. */
const CIRCLED: readonly (readonly [pattern: RegExp, mark: string])[] = [
  [/Ⓐ|🅐|[○〇◯]\s*[AＡ]|(?:マル|まる|丸)\s*[AＡ]|最重度/gu, '{MA}'],
  [/Ⓑ|🅑|[○〇◯]\s*[BＢ]|(?:マル|まる|丸)\s*[BＢ]|中度/gu, '{MB}'],
  [/重度/gu, '{A}'],
  [/軽度/gu, '{B}'],
];
/** 「B(中度)」: the word is certain, the letter differs by prefecture. */
const LETTER_WITH_WORD =
  /(?:[○〇◯]|マル|まる|丸)?\s*(?:Ⓐ|Ⓑ|[ABＡＢ][12１２]?)\s*[(（・]?\s*(最重度|重度|中度|軽度)/gu;
const INTELLECTUAL_GRADES: Readonly<Record<string, string>> = {
  '{MA}': 'Ⓐ',
  '{MB}': 'Ⓑ',
  '{A}': 'A',
  '{B}': 'B',
  A: 'A',
  B: 'B',
  A1: 'Ⓐ',
  A2: 'A',
  B1: 'Ⓑ',
  B2: 'B',
};
const INTELLECTUAL_PATTERN = '\\{MA\\}|\\{MB\\}|\\{A\\}|\\{B\\}|[AB][12]?(?![0-9A-Z])';
const NUMBERED_PATTERN =
  '(?:[1-7一二三四五六七]|I{1,3}|IV|VI{0,2})(?:級|(?![0-9A-Z一二三四五六七]))';

const TOKEN = new RegExp(
  `(?<filler>${FILLER})|(?<kind>${KIND_PATTERN})|(?<letter>${INTELLECTUAL_PATTERN})|(?<numbered>${NUMBERED_PATTERN})`,
  'uy',
);

/** Splits a cell into kinds, grades and what is neither, in the order of writing. */
export function tokenizeDisabilities(cell: string, column: DisabilityColumn): DisabilityToken[] {
  let marked = cell;
  // Before the text is normalised: that would turn Ⓐ into A.
  if (column === 'intellectual' || column === 'any') {
    marked = marked.replace(LETTER_WITH_WORD, '$1');
    for (const [pattern, mark] of CIRCLED) marked = marked.replace(pattern, mark);
  }
  const text = comparable(marked);
  const tokens: DisabilityToken[] = [];
  let strange = '';
  let at = 0;
  const flush = () => {
    if (strange !== '') tokens.push({ type: 'strange', text: strange });
    strange = '';
  };
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      strange += character;
      at += character.length;
      continue;
    }
    flush();
    at += match[0].length;
    const token = match.groups?.filler === undefined ? toToken(match) : null;
    if (token !== null) tokens.push(token);
  }
  flush();
  return tokens;
}

function toToken(match: RegExpExecArray): DisabilityToken {
  const text = match[0];
  const kind = match.groups?.kind === undefined ? undefined : KINDS.get(match.groups.kind);
  if (kind !== undefined) return { type: 'kind', text, kind };
  const letters = match.groups?.letter;
  if (letters !== undefined)
    return {
      type: 'grade',
      text,
      grade: INTELLECTUAL_GRADES[letters]!,
      implies: 'intellectual',
      replaces: /^[AB][12]$/.test(letters) ? letters : null,
    };
  const grade = String(singleDigit(text.replace('級', '')));
  return { type: 'grade', text, grade, implies: null, replaces: null };
}
