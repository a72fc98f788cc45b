import { describe, expect, it } from 'vitest';
import { readCriteriaFile } from '#contract/criteria-file';
import { PRESETS } from '#domain/priority/presets';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';

const faultsOf = (change: object) => {
  const file = readCriteriaFile(JSON.stringify({ ...redZonePolicy, ...change }));
  return file.ok ? [] : file.faults;
};
const tier = (condition: unknown) => ({ tiers: [{ label: redZonePolicy.name, condition }] });

describe('a file of criteria', () => {
  it('is read as it was written', () => {
    for (const preset of PRESETS) {
      const file = readCriteriaFile(JSON.stringify(preset));
      expect(file.ok && file.criteria).toEqual(preset);
    }
  });

  it('that is no JSON, or nests without end, is said to be that', () => {
    expect(readCriteriaFile('{').ok).toBe(false);
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect(readCriteriaFile(deep)).toEqual({
      ok: false,
      faults: [{ path: '', message: '条件の入れ子が深すぎます' }],
    });
  });

  const wrong: [name: string, change: object, path: string][] = [
    [
      'a value that the fact has not',
      tier({ fact: 'household', oneOf: ['single'] }),
      'tiers › 1 › condition › oneOf › 1',
    ],
    [
      'the same inside a group',
      tier({ all: [{ any: [{ fact: 'age', atLeast: 'old' }] }] }),
      'tiers › 1 › condition › all › 1 › any › 1 › atLeast',
    ],
    [
      'no values',
      tier({ not: { fact: 'plan', oneOf: [] } }),
      'tiers › 1 › condition › not › oneOf',
    ],
    ['a date that is none', { effectiveOn: '2026-02-30' }, 'effectiveOn'],
    [
      'points with a fraction',
      {
        score: [
          { label: redZonePolicy.name, condition: { fact: 'age', atLeast: 75 }, points: 1.5 },
        ],
      },
      'score › 1 › points',
    ],
  ];
  it.each(wrong)('with %s names the place in Japanese', (_name, change, path) => {
    const faults = faultsOf(change);
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    expect(faults[0]?.message).toMatch(/[ぁ-ん一-龠]/);
  });
});
