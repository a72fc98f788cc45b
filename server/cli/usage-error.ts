import type { Bilingual } from '#domain/resident/labels';

type Wording = readonly [english: RegExp, japanese: string];

/** What the library of the command line says, which it says in English only (Commander 14). */
const WORDINGS: readonly Wording[] = [
  [/^error: unknown command '(.*)'/, "誤り: '$1' という命令はありません"],
  [/^error: unknown option '(.*)'/, "誤り: '$1' という指定はありません"],
  [/^error: missing required argument '(.*)'/, "誤り: '$1' を書いてください"],
  [/^error: option '(.*)' argument missing/, "誤り: '$1' の値を書いてください"],
  [/^error: required option '(.*)' not specified/, "誤り: '$1' を指定してください"],
  [
    /^error: option '(.*)' cannot be used with option '(.*)'/,
    "誤り: '$1' と '$2' は一緒に使えません",
  ],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '誤り: 書かれたものが多すぎます($2 個までのところ $3 個)。',
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, "誤り: '$1' に '$2' は使えません。"],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\./,
    "誤り: '$2' に '$1' は使えません。",
  ],
  [/ ?Allowed choices are (.*)\./, '使えるもの: $1'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '(もしかして: $1)'],
  [/^error: /, '誤り: '],
];

/** An error of usage as the library writes it, in the two languages. */
export function usageError(english: string): Bilingual {
  const ja = WORDINGS.reduce((text, [pattern, words]) => text.replace(pattern, words), english);
  return { ja, en: english };
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Global Options:': '共通のオプション:',
  'Commands:': '命令:',
};

/** A heading of the help as the library writes it, in the two languages. */
export function helpTitle(english: string): Bilingual {
  return { ja: TITLES[english] ?? english, en: english };
}
