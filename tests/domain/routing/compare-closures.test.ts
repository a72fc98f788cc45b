import { describe, expect, it } from 'vitest';
import { cutOffOnlyIn, detoursOf, isAlike } from '#domain/routing/isolation/compare-closures';
import type { ClosureEffect } from '#domain/routing/isolation/judge-closures';

const is = (kind: 'as-before' | 'cut-off' | 'cut-off-before'): ClosureEffect => ({ kind });
const longer = (extraSeconds: number, extraExposureMeters = 0): ClosureEffect => ({
  kind: 'longer',
  extraSeconds,
  extraExposureMeters,
});

describe('two sets of closures', () => {
  it.each<[ClosureEffect, ClosureEffect, string | null]>([
    [is('cut-off'), is('as-before'), 'first'],
    [longer(60), is('cut-off'), 'second'],
    [is('cut-off'), is('cut-off'), null],
    // Neither cut them off: they were before.
    [is('cut-off-before'), is('cut-off-before'), null],
  ])('%j against %j: cut off only in %s', (first, second, only) =>
    expect(cutOffOnlyIn(first, second)).toBe(only),
  );

  it('are alike where they come to the same, to the second and the metre', () => {
    expect(isAlike(longer(60.2), longer(59.9))).toBe(true);
    expect(isAlike(longer(60), longer(62))).toBe(false);
    expect(isAlike(longer(60, 0), longer(60, 12))).toBe(false);
    expect(isAlike(longer(60), is('as-before'))).toBe(false);
  });

  it('tell detours by the middle one and the longest, and how many are redder', () => {
    const effects = [longer(300), is('cut-off'), longer(-20, 40), longer(60), is('as-before')];
    expect(detoursOf(effects)).toEqual({
      ...{ people: 3, medianSeconds: 60, longestSeconds: 300, redder: 1 },
    });
    expect(detoursOf([is('cut-off')])).toMatchObject({ people: 0, medianSeconds: null });
  });
});
