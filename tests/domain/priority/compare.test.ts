import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCriteria } from '#domain/priority/compare';
import { PRESETS } from '#domain/priority/presets';
import { modelCity2025 } from '#domain/priority/presets/model-city-2025';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { rankResidents } from '#domain/priority/rank';
import { arbitraryResidents, type FactValues, toFacts, UNREMARKABLE } from './support.ts';

const resident = (id: string, district: string | null, given: Partial<FactValues>) =>
  toFacts({ ...UNREMARKABLE, ...given }, id, district);

const insideRed = { redZone: 'inside', anyZone: 'inside' } as const;
const town = [
  resident('a', '原', { ...insideRed, careLevel: '23' }), // 1 → 2
  resident('b', '原', { ...insideRed }), // 2 → others
  resident('c', '浅原', { devices: ['suction'] }), // others → 1
  resident('d', '浅原', {}), // others → others, numbers 4 and 3
  resident('e', null, { ...insideRed, devices: ['suction'] }), // 1 → 1
  resident('f', null, { redZone: 'near', anyZone: 'near' }), // 3 → others, which is number 3 too
  resident('g', '虫所山', { redZone: 'undetermined' }), // others → others, open to tier 2
];

describe('compareCriteria', () => {
  const comparison = compareCriteria(redZonePolicy, modelCity2025, town);

  it('names who changes tier, in the order of the new ranking', () => {
    expect(comparison.changes).toMatchObject([
      { residentId: 'c', district: '浅原', fromTier: 4, toTier: 1 },
      { residentId: 'a', district: '原', fromTier: 1, toTier: 2 },
      { residentId: 'b', district: '原', fromTier: 2, toTier: 3 },
      { residentId: 'f', district: null, fromTier: 3, toTier: 3 },
    ]);
    expect(comparison).toMatchObject({ residents: 7, changed: 4 });
  });

  it('counts each tier before and after, and who is uncertain in it', () => {
    const counts = (side: 'from' | 'to') =>
      comparison[side].tiers.map(({ tier, count, uncertain }) => [tier, count, uncertain]);
    expect(counts('from')).toEqual([
      [1, 2, 0],
      [2, 1, 0],
      [3, 1, 0],
      [4, 3, 1],
    ]);
    expect(counts('to')).toEqual([
      [1, 2, 0],
      [2, 1, 0],
      [3, 4, 0],
    ]);
  });

  it('counts each district, people of none last', () => {
    expect(comparison.districts).toEqual([
      { district: '原', residents: 2, changed: 2, fromTiers: [1, 1, 0, 0], toTiers: [0, 1, 1] },
      { district: '浅原', residents: 2, changed: 1, fromTiers: [0, 0, 0, 2], toTiers: [1, 0, 1] },
      { district: '虫所山', residents: 1, changed: 0, fromTiers: [0, 0, 0, 1], toTiers: [0, 0, 1] },
      { district: null, residents: 2, changed: 1, fromTiers: [1, 0, 1, 0], toTiers: [1, 0, 1] },
    ]);
  });

  it('finds no change against itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRESETS), arbitraryResidents, (criteria, residents) => {
        expect(compareCriteria(criteria, criteria, residents)).toMatchObject({
          changed: 0,
          changes: [],
        });
      }),
    );
  });

  it('agrees with the two rankings, and its sums with each other', () => {
    const pair = fc.tuple(fc.constantFrom(...PRESETS), fc.constantFrom(...PRESETS));
    fc.assert(
      fc.property(pair, arbitraryResidents, ([from, to], residents) => {
        const result = compareCriteria(from, to, residents);
        const tierCounts = (side: typeof from) => {
          const ranked = rankResidents(side, residents);
          return [...side.tiers, null].map(
            (_, index) => ranked.filter(({ tier }) => tier === index + 1).length,
          );
        };
        expect(result.from.tiers.map(({ count }) => count)).toEqual(tierCounts(from));
        expect(result.to.tiers.map(({ count }) => count)).toEqual(tierCounts(to));
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(result.moves.map(({ count }) => count))).toBe(residents.length);
        expect(sum(result.districts.map(({ residents: count }) => count))).toBe(residents.length);
        expect(sum(result.districts.map(({ changed }) => changed))).toBe(result.changed);
        for (const district of result.districts) {
          expect(sum(district.fromTiers)).toBe(district.residents);
          expect(sum(district.toTiers)).toBe(district.residents);
        }
      }),
    );
  });
});
