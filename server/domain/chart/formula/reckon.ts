import type { Bilingual } from '../../resident/labels.ts';
import type { FactValue } from '../facts.ts';
import type { Expression } from './parse.ts';

/** What a formula gives: a number, or why there is none. Unknown is a state of its own and never 0. */
export type Figure =
  | { readonly state: 'known'; readonly value: number }
  /** Few people are in it. */
  | { readonly state: 'hidden' }
  | { readonly state: 'not-recorded'; readonly missing: readonly string[] }
  | { readonly state: 'not-computable'; readonly reason: Bilingual }
  /** The formula itself does not hold. */
  | { readonly state: 'wrong'; readonly reason: Bilingual };

const known = (value: number): Figure => ({ state: 'known', value });

/** The gravest gap of two: what is wrong, then hidden, then not recorded (all that is missing). */
const ORDER = ['wrong', 'hidden', 'not-recorded', 'not-computable', 'known'] as const;
function gapOf(figures: readonly Figure[]): Figure | null {
  const missing = figures.flatMap((one) => (one.state === 'not-recorded' ? one.missing : []));
  const worst = [...figures].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0];
  if (worst === undefined || worst.state === 'known') return null;
  return worst.state === 'not-recorded'
    ? { state: 'not-recorded', missing: [...new Set(missing)] }
    : worst;
}

const dividedByZero = (words: string): Figure => ({
  state: 'not-computable',
  reason: {
    ja: `${words}が0のため割れません`,
    en: `Cannot be divided, as ${words} is 0`,
  },
});

const wordsOf = (expression: Expression): string =>
  expression.kind === 'name' ? `「${expression.name}」` : '割る数 / the divisor';

/** Reckons a formula; `meant` says what a name stands for. */
export function reckon(expression: Expression, meant: (name: string) => Figure): Figure {
  switch (expression.kind) {
    case 'number':
      return known(expression.value);
    case 'name':
      return meant(expression.name);
    case 'sum': {
      const parts = expression.parts.map((part) => reckon(part, meant));
      return gapOf(parts) ?? known(parts.reduce((sum, part) => sum + numberOf(part), 0));
    }
    case 'ratio': {
      const { part, whole } = expression;
      return divide(reckon(part, meant), reckon(whole, meant), wordsOf(whole), 100);
    }
    case 'operation': {
      const left = reckon(expression.left, meant);
      const right = reckon(expression.right, meant);
      if (expression.operator === '/') return divide(left, right, wordsOf(expression.right), 1);
      const [a, b] = [numberOf(left), numberOf(right)];
      const value = { '+': a + b, '-': a - b, '*': a * b }[expression.operator];
      return gapOf([left, right]) ?? known(value);
    }
  }
}

const numberOf = (figure: Figure): number => (figure.state === 'known' ? figure.value : 0);

function divide(part: Figure, whole: Figure, words: string, times: number): Figure {
  const gap = gapOf([part, whole]);
  if (gap !== null) return gap;
  const divisor = numberOf(whole);
  return divisor === 0 ? dividedByZero(words) : known((times * numberOf(part)) / divisor);
}

export function figureOfFact(value: FactValue | undefined, id: string): Figure {
  if (typeof value === 'number') return known(value);
  return value === 'hidden' ? { state: 'hidden' } : { state: 'not-recorded', missing: [id] };
}
