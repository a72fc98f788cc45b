import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '#domain/priority/condition';
import type { Comparison, Condition } from '#domain/priority/criteria';
import { MET, NOT_MET, type Truth, UNKNOWN } from '#domain/priority/truth';
import { CARE_LEVELS } from '#domain/resident/care-level';
import type { Disability } from '#domain/resident/disability';
import {
  arbitraryCondition,
  arbitraryValues,
  completionsOf,
  type FactValues,
  person,
  toFacts,
} from './support.ts';

const outcome = (condition: Condition, given: Partial<FactValues>): Truth =>
  judge(condition, person(given));

const met: Condition = { fact: 'age', atLeast: 0 };
const failed: Condition = { fact: 'age', atLeast: 130 };
const open: Condition = { fact: 'careLevel', atLeast: '23' };

describe('three-valued conditions', () => {
  const cases: [name: string, condition: Condition, truth: Truth][] = [
    ['all: one open', { all: [met, open] }, UNKNOWN],
    ['all: one failed settles it', { all: [open, failed] }, NOT_MET],
    ['all: every one met', { all: [met, met] }, MET],
    ['any: one open', { any: [failed, open] }, UNKNOWN],
    ['any: one met settles it', { any: [open, met] }, MET],
    ['any: every one failed', { any: [failed, failed] }, NOT_MET],
    ['not: met', { not: met }, NOT_MET],
    ['not: open stays open', { not: open }, UNKNOWN],
    ['not: failed', { not: failed }, MET],
    ['all of nothing is met', { all: [] }, MET],
    ['any of nothing is not', { any: [] }, NOT_MET],
  ];
  it.each(cases)('%s', (_name, condition, truth) => {
    expect(outcome(condition, { careLevel: null })).toBe(truth);
  });

  it('a settled outcome holds however the missing facts turn out', () => {
    const scene = arbitraryValues.chain((values) =>
      fc.record({ values: fc.constant(values), completed: completionsOf(values) }),
    );
    fc.assert(
      fc.property(arbitraryCondition, scene, (condition, { values, completed }) => {
        const before = judge(condition, toFacts(values));
        const after = judge(condition, toFacts(completed));
        expect(after).not.toBe(UNKNOWN);
        if (before !== UNKNOWN) expect(after).toBe(before);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with plain logic where every fact is known', () => {
    const complete = arbitraryValues.chain(completionsOf);
    fc.assert(
      fc.property(arbitraryCondition, complete, (condition, values) => {
        const truth = judge(condition, toFacts(values));
        expect(truth).toBe(holds(condition, values) ? MET : NOT_MET);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('comparisons', () => {
  const insideRed: Comparison = { fact: 'redZone', oneOf: ['inside'] };
  const limbTo3: Comparison = { fact: 'disabilities', kinds: ['limb'], gradeAtMost: 3 };
  const legTo3: Comparison = {
    fact: 'disabilities',
    kinds: ['lower-limb', 'trunk'],
    gradeAtMost: 3,
  };
  const letters: Comparison = {
    fact: 'disabilities',
    kinds: ['intellectual'],
    gradeOneOf: ['Ⓐ', 'A'],
  };
  const debris: Comparison = { fact: 'phenomena', includesAny: ['debris-flow'] };
  const has = (kind: Disability['kind'], grade: string | null) => ({
    disabilities: [{ kind, grade }],
  });

  const cases: [name: string, Comparison, Partial<FactValues>, Truth][] = [
    ['inside', insideRed, { redZone: 'inside' }, MET],
    ['near is not inside', insideRed, { redZone: 'near' }, NOT_MET],
    ['undetermined is unknown', insideRed, { redZone: 'undetermined' }, UNKNOWN],
    ['not assessed is unknown', insideRed, { redZone: null }, UNKNOWN],
    ['care level at the limit', open as Comparison, { careLevel: '23' }, MET],
    ['care level under it', open as Comparison, { careLevel: '22' }, NOT_MET],
    ['care level missing', open as Comparison, { careLevel: null }, UNKNOWN],
    ['age at the limit', { fact: 'age', atLeast: 75 }, { age: 75 }, MET],
    ['age under it', { fact: 'age', atLeast: 75 }, { age: 74 }, NOT_MET],
    ['no supporter', { fact: 'supporterCount', atMost: 0 }, { supporterCount: 0 }, MET],
    ['a supporter', { fact: 'supporterCount', atMost: 0 }, { supporterCount: 1 }, NOT_MET],
    [
      'supporters missing',
      { fact: 'supporterCount', atMost: 0 },
      { supporterCount: null },
      UNKNOWN,
    ],
    ['any limb: upper', limbTo3, has('upper-limb', '3'), MET],
    ['any limb: not said which', limbTo3, has('limb', '3'), MET],
    ['any limb: grade above', limbTo3, has('trunk', '4'), NOT_MET],
    ['lower or trunk: not said which', legTo3, has('limb', '3'), UNKNOWN],
    ['lower or trunk: not said which, but too mild', legTo3, has('limb', '4'), NOT_MET],
    ['lower or trunk: upper', legTo3, has('upper-limb', '1'), NOT_MET],
    ['grade missing', legTo3, has('trunk', null), UNKNOWN],
    ['grade that the kind has not', legTo3, has('trunk', 'A'), UNKNOWN],
    ['no disability', legTo3, { disabilities: [] }, NOT_MET],
    ['disabilities missing', legTo3, { disabilities: null }, UNKNOWN],
    ['letter listed', letters, has('intellectual', 'Ⓐ'), MET],
    ['letter not listed', letters, has('intellectual', 'Ⓑ'), NOT_MET],
    ['letter of another prefecture', letters, has('intellectual', 'A1'), UNKNOWN],
    ['phenomenon listed', debris, { phenomena: ['debris-flow'], anyZone: 'inside' }, MET],
    ['phenomenon not listed', debris, { phenomena: ['landslide'], anyZone: 'inside' }, NOT_MET],
    ['phenomenon may be missing', debris, { phenomena: [], anyZone: 'undetermined' }, UNKNOWN],
    ['accuracy', { fact: 'positionAccuracy', oneOf: ['none'] }, { positionAccuracy: 'none' }, MET],
  ];
  it.each(cases)('%s', (_name, comparison, given, truth) => {
    expect(outcome(comparison, given)).toBe(truth);
  });

  it('wants kind and grade of one disability, not of two', () => {
    const disabilities: Disability[] = [
      { kind: 'upper-limb', grade: '1' },
      { kind: 'trunk', grade: '5' },
    ];
    expect(outcome(legTo3, { disabilities })).toBe(NOT_MET);
  });

  it('finds no grade in a disease that is certified without one', () => {
    const graded: Comparison = {
      fact: 'disabilities',
      kinds: ['internal', 'intractable-disease'],
      gradeAtMost: 2,
    };
    expect(outcome(graded, has('intractable-disease', null))).toBe(NOT_MET);
    expect(
      outcome(
        { fact: 'disabilities', kinds: ['intractable-disease'] },
        has('intractable-disease', null),
      ),
    ).toBe(MET);
  });
});

/** The oracle: two-valued, written the long way, for facts that are all known. */
function holds(condition: Condition, values: FactValues): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values));
  if ('any' in condition) return condition.any.some((part) => holds(part, values));
  if ('not' in condition) return !holds(condition.not, values);
  const levels: readonly (string | null)[] = CARE_LEVELS;
  const isOne = (list: readonly unknown[], value: unknown) => list.indexOf(value) >= 0;
  switch (condition.fact) {
    case 'phenomena':
      return (values.phenomena ?? []).some((value) => isOne(condition.includesAny, value));
    case 'devices':
      return (values.devices ?? []).some((value) => isOne(condition.includesAny, value));
    case 'age':
      return (values.age ?? Number.NaN) >= condition.atLeast;
    case 'supporterCount':
      return (values.supporterCount ?? Number.NaN) <= condition.atMost;
    case 'careLevel':
      if ('oneOf' in condition) return isOne(condition.oneOf, values.careLevel);
      return levels.indexOf(values.careLevel) >= levels.indexOf(condition.atLeast);
    case 'disabilities':
      return (values.disabilities ?? []).some(({ kind, grade }) => {
        const isLimb = kind === 'upper-limb' || kind === 'lower-limb' || kind === 'trunk';
        const isAsked =
          condition.kinds.includes(kind) || (isLimb && condition.kinds.includes('limb'));
        if (!isAsked) return false;
        if ('gradeAtMost' in condition) return Number(grade) <= condition.gradeAtMost;
        if ('gradeOneOf' in condition) return isOne(condition.gradeOneOf, grade);
        return true;
      });
    default:
      return isOne(condition.oneOf, values[condition.fact]);
  }
}
