import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '#domain/priority/presets';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { rankResidents } from '#domain/priority/rank';
import {
  arbitraryCriteria,
  arbitraryResidents,
  arbitraryValues,
  completionsOf,
  NOTHING_KNOWN,
  person,
  standingBy,
  toFacts,
} from './support.ts';

const anyCriteria = fc.oneof(arbitraryCriteria, fc.constantFrom(...PRESETS));

describe('rankResidents', () => {
  it('gives every resident one rank, tiers first, then points', () => {
    fc.assert(
      fc.property(anyCriteria, arbitraryResidents, (criteria, residents) => {
        const ranked = rankResidents(criteria, residents);
        expect(ranked.map(({ rank }) => rank)).toEqual(residents.map((_, index) => index + 1));
        const ids = (list: readonly { residentId: string }[]) =>
          list.map(({ residentId }) => residentId).sort();
        expect(ids(ranked)).toEqual(ids(residents));
        for (const [index, behind] of ranked.entries()) {
          const ahead = ranked[index - 1];
          if (ahead === undefined) continue;
          expect(ahead.tier).toBeLessThanOrEqual(behind.tier);
          if (ahead.tier === behind.tier) expect(ahead.score).toBeGreaterThanOrEqual(behind.score);
        }
      }),
    );
  });

  it('does not depend on the order of the input, which it leaves as it was', () => {
    const shuffled = arbitraryResidents.chain((residents) =>
      fc.tuple(
        fc.constant(residents),
        fc.shuffledSubarray(residents, { minLength: residents.length }),
      ),
    );
    fc.assert(
      fc.property(anyCriteria, shuffled, (criteria, [residents, otherOrder]) => {
        const before = otherOrder.map(({ residentId }) => residentId);
        expect(rankResidents(criteria, otherOrder)).toEqual(rankResidents(criteria, residents));
        expect(otherOrder.map(({ residentId }) => residentId)).toEqual(before);
      }),
    );
  });

  it('settles ties by what could turn out grave, then by id', () => {
    const settled = ['b', 'c', 'a'].map((id) => person({}, id));
    const open = person({ redZone: 'undetermined' }, 'z');
    const ranked = rankResidents(redZonePolicy, [...settled, open]);
    expect(ranked.map(({ residentId }) => residentId)).toEqual(['z', 'a', 'b', 'c']);
  });

  it('says of a person of whom nothing is known that tier 1 is open', () => {
    for (const criteria of PRESETS) {
      const [ranked] = rankResidents(criteria, [toFacts(NOTHING_KNOWN)]);
      expect(ranked).toMatchObject({ tier: criteria.tiers.length + 1, possibleTier: 1, score: 0 });
    }
  });
});

describe('possibleTier', () => {
  it('bounds the tier however the missing facts turn out', () => {
    const scene = arbitraryValues.chain((values) =>
      fc.record({ values: fc.constant(values), completed: completionsOf(values) }),
    );
    fc.assert(
      fc.property(anyCriteria, scene, (criteria, { values, completed }) => {
        const standingOf = standingBy(criteria);
        const before = standingOf(toFacts(values));
        const after = standingOf(toFacts(completed));
        expect(after.tier).toBeGreaterThanOrEqual(before.possibleTier);
        expect(after.tier).toBeLessThanOrEqual(before.tier);
        expect(after.possibleTier).toBe(after.tier);
      }),
      { numRuns: 3000 },
    );
  });
});
