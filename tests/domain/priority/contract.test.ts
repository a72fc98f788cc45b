import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import {
  type comparisonSchema,
  conditionSchema,
  criteriaComparisonSchema,
  criteriaListSchema,
  criteriaSchema,
} from '#contract/criteria';
import { explanationLineSchema } from '#contract/resident';
import { type CriteriaComparison, compareCriteria } from '#domain/priority/compare';
import type { Comparison, Condition, PriorityCriteria } from '#domain/priority/criteria';
import { type ExplanationLine, explainRank } from '#domain/priority/explain';
import { DEFAULT_CRITERIA_ID, PRESETS } from '#domain/priority/presets';
import { modelCity2025 } from '#domain/priority/presets/model-city-2025';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { arbitraryCriteria, arbitraryResidents, arbitraryValues, toFacts } from './support.ts';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

describe('the wire shapes and the domain', () => {
  it('agree in type, both ways', () => {
    expectTypeOf<DeepReadonly<z.infer<typeof comparisonSchema>>>().toEqualTypeOf<
      DeepReadonly<Comparison>
    >();
    expectTypeOf<z.infer<typeof conditionSchema>>().not.toBeAny();
    expectTypeOf<DeepReadonly<z.infer<typeof conditionSchema>>>().toExtend<Condition>();
    expectTypeOf<Condition>().toExtend<DeepReadonly<z.infer<typeof conditionSchema>>>();
    expectTypeOf<z.infer<typeof criteriaSchema>>().toExtend<PriorityCriteria>();
    expectTypeOf<PriorityCriteria>().toExtend<DeepReadonly<z.infer<typeof criteriaSchema>>>();
    expectTypeOf<DeepReadonly<CriteriaComparison>>().toEqualTypeOf<
      DeepReadonly<z.infer<typeof criteriaComparisonSchema>>
    >();
    expectTypeOf<DeepReadonly<ExplanationLine>>().toEqualTypeOf<
      DeepReadonly<z.infer<typeof explanationLineSchema>>
    >();
  });

  it('accept every preset, unchanged by a journey as JSON', () => {
    const list = { activeId: DEFAULT_CRITERIA_ID, criteria: PRESETS };
    expect(criteriaListSchema.parse(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });

  it('accept whatever the algebra can say', () => {
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        expect(criteriaSchema.parse(JSON.parse(JSON.stringify(criteria)))).toEqual(criteria);
      }),
    );
  });

  it('accept every explanation and comparison', () => {
    fc.assert(
      fc.property(arbitraryValues, arbitraryResidents, (values, residents) => {
        for (const line of explainRank(redZonePolicy, toFacts(values)))
          expect(explanationLineSchema.parse(line)).toEqual(line);
        const comparison = compareCriteria(redZonePolicy, modelCity2025, residents);
        expect(criteriaComparisonSchema.parse(comparison)).toEqual(comparison);
      }),
      { numRuns: 30 },
    );
  });

  const refused: [name: string, condition: unknown][] = [
    ['a fact that does not exist', { fact: 'income', atLeast: 3 }],
    ['a comparison that the fact does not have', { fact: 'household', atLeast: 'alone' }],
    ['a value that the fact does not have', { fact: 'household', oneOf: ['single'] }],
    ['a condition on what is not known', { fact: 'redZone', oneOf: ['undetermined'] }],
    ['two comparisons in one', { fact: 'careLevel', atLeast: '23', oneOf: ['25'] }],
    ['an empty list of values', { fact: 'plan', oneOf: [] }],
    ['an empty list of conditions', { any: [] }],
    ['two connectives in one', { all: [{ fact: 'age', atLeast: 75 }], not: {} }],
    ['a misspelt key', { fact: 'disabilities', kinds: ['visual'], gradeAtmost: 2 }],
    [
      'a numbered grade of 療育手帳',
      { fact: 'disabilities', kinds: ['visual', 'intellectual'], gradeAtMost: 2 },
    ],
    [
      'a grade of 難病',
      { fact: 'disabilities', kinds: ['intractable-disease'], gradeOneOf: ['1'] },
    ],
  ];
  it.each(refused)('refuse %s', (_name, condition) => {
    expect(conditionSchema.safeParse(condition).success).toBe(false);
    const document = { ...redZonePolicy, tiers: [{ label: redZonePolicy.name, condition }] };
    expect(criteriaSchema.safeParse(document).success).toBe(false);
  });

  it.each([
    ['no tier', { tiers: [] }],
    ['an id with spaces', { id: 'Red zone' }],
    ['a date that is none', { effectiveOn: '2026-02-30' }],
    ['a version of zero', { version: 0 }],
    ['code', { run: '() => 1' }],
  ])('refuse a document with %s', (_name, change) => {
    expect(criteriaSchema.safeParse({ ...redZonePolicy, ...change }).success).toBe(false);
  });
});
