import type { ChartProblem } from '../chart-problems.ts';
import { CHART_PROBLEMS } from '../chart-problems.ts';

export type Operator = '+' | '-' | '*' | '/';
/** `at`: the first character in the formula, counted from 1 as people do. */
export type Token = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'sign'; readonly sign: '(' | ')' | ',' }
  | { readonly kind: 'end' }
);

/** As they come from a Japanese keyboard. */
const AS_TYPED: Readonly<Record<string, string>> = {
  ...{ '＋': '+', '−': '-', '－': '-', '×': '*', '＊': '*', '÷': '/', '／': '/' },
  ...{ '（': '(', '）': ')', '，': ',', '、': ',', '［': '[', '］': ']', '「': '[', '」': ']' },
  '．': '.',
};
const usual = (character: string): string =>
  AS_TYPED[character] ??
  (character >= '０' && character <= '９'
    ? String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0)
    : character);

const NUMBER = /^\d+(\.\d+)?/;
/** Names of facts and items. What holds other signs stands in brackets. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.・〜ー]*/u;

/** Reads the words of a formula; a character that belongs to none is told with its place. */
export function tokensOf(
  formula: string,
): { readonly tokens: readonly Token[] } | { readonly problem: ChartProblem } {
  const text = [...formula].map(usual).join('');
  const tokens: Token[] = [];
  let place = 0;
  while (place < text.length) {
    const rest = text.slice(place);
    const at = place + 1;
    const first = rest[0] ?? '';
    if (/\s/.test(first)) {
      place += 1;
      continue;
    }
    const number = NUMBER.exec(rest)?.[0];
    const name = NAME.exec(rest)?.[0];
    if (number !== undefined) {
      tokens.push({ kind: 'number', value: Number(number), at });
      place += number.length;
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', name, at });
      place += name.length;
    } else if (first === '[') {
      const end = rest.indexOf(']');
      if (end < 0) return { problem: CHART_PROBLEMS.bracketOpen(at) };
      tokens.push({ kind: 'name', name: formula.slice(place + 1, place + end).trim(), at });
      place += end + 1;
    } else if ('+-*/'.includes(first)) {
      tokens.push({ kind: 'operator', operator: first as Operator, at });
      place += 1;
    } else if ('(),'.includes(first)) {
      tokens.push({ kind: 'sign', sign: first as '(' | ')' | ',', at });
      place += 1;
    } else return { problem: CHART_PROBLEMS.strangeCharacter(at, first) };
  }
  return { tokens: [...tokens, { kind: 'end', at: text.length + 1 }] };
}
