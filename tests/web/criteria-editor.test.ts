import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonsOf } from '#domain/priority/condition';
import { type CriteriaContent, contentOf } from '#domain/priority/content';
import type { Comparison, Condition } from '#domain/priority/criteria';
import { PRESETS } from '#domain/priority/presets';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { FACT_LABELS } from '#domain/resident/labels';
import { choicesOf, gradeChoices } from '../../web/features/criteria/comparison-choices.ts';
import {
  comparisonOf,
  formsOf,
  inForm,
  partsOf,
  startOf,
} from '../../web/features/criteria/comparison-parts.ts';
import { conditionWords } from '../../web/features/criteria/condition-words.ts';
import { criteriaWords } from '../../web/features/criteria/criteria-words.ts';
import { moveTier } from '../../web/features/criteria/edit-content.ts';
import { effectHeadline } from '../../web/features/criteria/effect-headline.ts';
import {
  conditionOf,
  innerPath,
  partPath,
  sentenceOf,
} from '../../web/features/criteria/sentence.ts';
import { english } from '../../web/i18n/english.ts';
import { wordsOf } from '../../web/i18n/words.ts';
import { arbitraryCondition } from '../domain/priority/support.ts';

const FACTS = Object.keys(FACT_LABELS) as (keyof typeof FACT_LABELS)[];

/** What the editor does with everything that it shows: taken apart to the pickers, and put together. */
function rebuild(condition: Condition): Condition {
  const sentence = sentenceOf(condition);
  if (sentence.kind === 'group')
    return conditionOf({ ...sentence, parts: sentence.parts.map(rebuild) });
  const comparison = comparisonOf(partsOf(sentence.comparison));
  if (comparison === null) throw new Error('the pickers lost a comparison');
  return conditionOf({ ...sentence, comparison });
}

describe('the sentence builder', () => {
  test('shows every condition, and loses nothing of it', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        expect(rebuild(condition)).toEqual(condition);
      }),
      { numRuns: 2000 },
    );
  });

  test('offers every value that a condition can hold', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        for (const comparison of comparisonsOf(condition)) {
          const { fact, form, values, grades, limit } = partsOf(comparison);
          const offered = choicesOf(fact, form).map(({ value }) => value);
          expect(formsOf(fact)).toContain(form);
          expect(offered).toEqual(expect.arrayContaining([...values]));
          if (fact === 'careLevel' && form === 'atLeast') expect(offered).toContain(limit);
          const offeredGrades = gradeChoices(values, grades).map(({ value }) => value);
          expect(offeredGrades).toEqual(expect.arrayContaining([...grades]));
        }
      }),
    );
  });

  test('every fact can be begun, and compared in every way that it has', () => {
    for (const fact of FACTS)
      for (const form of formsOf(fact)) {
        const parts = inForm(startOf(fact), form);
        const comparison = comparisonOf(parts);
        expect(comparison && partsOf(comparison)).toEqual(parts);
      }
  });

  test('another way of comparing keeps only what fits it', () => {
    const kinds: Comparison = { fact: 'disabilities', kinds: ['visual', 'intellectual'] };
    expect(comparisonOf(inForm(partsOf(kinds), 'gradeAtMost'))).toEqual({
      fact: 'disabilities',
      kinds: ['visual'],
      gradeAtMost: 2,
    });
  });

  test.each(['', 'x', '-1', '500', '1.5'])('an age of "%s" is none', (limit) => {
    expect(comparisonOf({ ...startOf('age'), limit })).toBeNull();
  });

  test('names a part by the path that remarks have', () => {
    const condition: Condition = { not: { any: [{ fact: 'age', atLeast: 75 }] } };
    const sentence = sentenceOf(condition);
    expect(innerPath(sentence, 'tiers.0.condition')).toBe('tiers.0.condition.not');
    expect(partPath(sentence, 'tiers.0.condition', 2)).toBe('tiers.0.condition.not.any.2');
  });
});

describe('a condition read out', () => {
  const ja = criteriaWords(wordsOf('ja'));
  test('is a sentence, with groups in brackets', () => {
    const condition: Condition = {
      all: [
        { fact: 'redZone', oneOf: ['inside'] },
        {
          any: [
            { fact: 'careLevel', atLeast: '23' },
            { not: { fact: 'household', oneOf: ['with-family'] } },
          ],
        },
      ],
    };
    expect(conditionWords(condition, ja)).toBe(
      '特別警戒区域との関係が「区域内」、かつ(要介護度が「要介護3以上」、または世帯が「家族と同居」ではない)',
    );
  });

  test('says something for everything that presets hold, in both languages', () => {
    for (const words of [ja, criteriaWords(wordsOf('en', english))])
      for (const { tiers, score } of PRESETS)
        for (const { condition } of [...tiers, ...score])
          expect(conditionWords(condition, words)).not.toMatch(/undefined|\[object|^$/);
  });
});

describe('tiers', () => {
  const content = contentOf(redZonePolicy);
  const labels = ({ tiers }: CriteriaContent) => tiers.map(({ label }) => label.ja);
  test('move, and none is lost', () => {
    const places = fc.integer({ min: -2, max: content.tiers.length + 1 });
    fc.assert(
      fc.property(places, places, (from, to) => {
        const moved = moveTier(from, to)(content);
        expect([...labels(moved)].sort()).toEqual([...labels(content)].sort());
        const isPlace = (at: number) => at >= 0 && at < content.tiers.length;
        if (isPlace(from) && isPlace(to)) expect(moved.tiers[to]).toBe(content.tiers[from]);
        else expect(moved).toBe(content);
      }),
    );
  });
});

test('that nobody changes tier is not said alone where thousands change place', () => {
  const say = criteriaWords(wordsOf('ja')).criteria.effect;
  const headline = (changed: number, reordered: number) =>
    effectHeadline({ changed, residents: 5807, reordered }, say);
  expect(headline(0, 5691)).toBe('段階が変わる人はいませんが、5,691人の順番が変わります');
  expect(headline(0, 0)).toBe('段階が変わる人はいません');
  expect(headline(12, 5691)).toBe('5,807人のうち12人の段階が変わります');
});
