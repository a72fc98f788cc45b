import { comparisonWords } from '#domain/priority/comparison-words';
import type { Condition } from '#domain/priority/criteria';
import { FACT_LABELS } from '#domain/resident/labels';
import type { CriteriaWords } from './criteria-words.ts';
import { isNegated, sentenceOf } from './sentence.ts';

/** A condition read out as one sentence; groups inside groups stand in brackets. */
export function conditionWords(
  condition: Condition,
  words: CriteriaWords,
  isInside = false,
): string {
  const say = words.criteria.condition;
  const sentence = sentenceOf(condition);
  const negated = isNegated(sentence);
  const isJapanese = words.language === 'ja';
  if (sentence.kind === 'comparison') {
    const label = words.pick(FACT_LABELS[sentence.comparison.fact]);
    const value = words.pick(comparisonWords(sentence.comparison));
    if (!isJapanese) return `${label}${negated ? ' not' : ''}: ${value || '…'}`;
    return `${label}が「${value || '…'}」${negated ? 'ではない' : ''}`;
  }
  if (sentence.parts.length === 0) return say.empty;
  const joint = sentence.join === 'all' ? say.and : say.or;
  const parts = sentence.parts.map((part) => conditionWords(part, words, true));
  const text = parts.join(isJapanese ? `、${joint}` : `, ${joint} `);
  const needsBrackets = negated || (isInside && parts.length > 1);
  const bracketed = needsBrackets ? (isJapanese ? `(${text})` : `(${text})`) : text;
  return negated ? (isJapanese ? `${bracketed}ではない` : `${say.not} ${bracketed}`) : bracketed;
}
