import type { Comparison, Condition } from '#domain/priority/criteria';

/** A condition as the editor says it: a group of parts or one comparison, negated so many times. */
export type Sentence =
  | {
      readonly kind: 'group';
      readonly join: 'all' | 'any';
      readonly parts: readonly Condition[];
      readonly negations: number;
    }
  | { readonly kind: 'comparison'; readonly comparison: Comparison; readonly negations: number };

export function sentenceOf(condition: Condition): Sentence {
  let negations = 0;
  let inner = condition;
  while ('not' in inner) {
    negations++;
    inner = inner.not;
  }
  if ('all' in inner) return { kind: 'group', join: 'all', parts: inner.all, negations };
  if ('any' in inner) return { kind: 'group', join: 'any', parts: inner.any, negations };
  return { kind: 'comparison', comparison: inner, negations };
}

export function conditionOf(sentence: Sentence): Condition {
  let condition: Condition =
    sentence.kind === 'comparison'
      ? sentence.comparison
      : sentence.join === 'all'
        ? { all: sentence.parts }
        : { any: sentence.parts };
  for (let count = 0; count < sentence.negations; count++) condition = { not: condition };
  return condition;
}

/** Twice not is yes. */
export const isNegated = ({ negations }: Sentence): boolean => negations % 2 === 1;

/** Path below a condition's own to its part, as the remarks on criteria name it. */
export function partPath({ negations, ...sentence }: Sentence, path: string, part: number): string {
  const own = `${path}${'.not'.repeat(negations)}`;
  return sentence.kind === 'group' ? `${own}.${sentence.join}.${part}` : own;
}

/** Path of what is inside of the negations. */
export function innerPath({ negations }: Sentence, path: string): string {
  return `${path}${'.not'.repeat(negations)}`;
}

/** How the parts of a group are joined, negation included, as one choice. */
export const JOINS = ['all', 'any', 'notAny', 'notAll'] as const;
export type Join = (typeof JOINS)[number];

export function joinName(group: Extract<Sentence, { kind: 'group' }>): Join {
  if (group.join === 'all') return isNegated(group) ? 'notAll' : 'all';
  return isNegated(group) ? 'notAny' : 'any';
}

export function withJoin(
  group: Extract<Sentence, { kind: 'group' }>,
  name: Join,
): Extract<Sentence, { kind: 'group' }> {
  const join = name === 'all' || name === 'notAll' ? 'all' : 'any';
  return { ...group, join, negations: name === 'notAll' || name === 'notAny' ? 1 : 0 };
}
