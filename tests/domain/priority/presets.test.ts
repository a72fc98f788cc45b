import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CRITERIA_ID, PRESETS } from '#domain/priority/presets';
import { modelCity2025 } from '#domain/priority/presets/model-city-2025';
import { nationalGuideline2021 } from '#domain/priority/presets/national-guideline-2021';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { CARE_LEVELS } from '#domain/resident/care-level';
import type { Disability } from '#domain/resident/disability';
import { HOUSEHOLDS, type ResidentFacts } from '#domain/resident/facts';
import { arbitraryValues, type FactValues, person, standingBy, toFacts } from './support.ts';

type Case = [name: string, given: Partial<FactValues>, tier: number, possibleTier?: number];
const has = (...disabilities: Disability[]) => ({ disabilities });

const insideRed = { redZone: 'inside', anyZone: 'inside' } as const;
const insideYellow = { redZone: 'outside', anyZone: 'inside' } as const;

describe('red zone first', () => {
  const standingOf = standingBy(redZonePolicy);
  const cases: Case[] = [
    ['red and care 3', { ...insideRed, careLevel: '23' }, 1],
    ['red and care 2', { ...insideRed, careLevel: '22' }, 2],
    ['red and a ventilator', { ...insideRed, devices: ['ventilator'] }, 1],
    ['red and dialysis, which is not at home', { ...insideRed, devices: ['dialysis'] }, 2],
    ['red and visual 2', { ...insideRed, ...has({ kind: 'visual', grade: '2' }) }, 1],
    ['red and visual 3', { ...insideRed, ...has({ kind: 'visual', grade: '3' }) }, 2],
    ['red and 療育 A', { ...insideRed, ...has({ kind: 'intellectual', grade: 'A' }) }, 1],
    ['red and 療育 Ⓑ', { ...insideRed, ...has({ kind: 'intellectual', grade: 'Ⓑ' }) }, 2],
    ['red and mental 1', { ...insideRed, ...has({ kind: 'mental', grade: '1' }) }, 1],
    ['red and mental 2', { ...insideRed, ...has({ kind: 'mental', grade: '2' }) }, 2],
    ['near red', { redZone: 'near', anyZone: 'inside' }, 3],
    ['yellow and care 5', { ...insideYellow, careLevel: '25' }, 3],
    ['yellow and care 2', { ...insideYellow, careLevel: '22' }, 4],
    ['outside and care 5', { careLevel: '25' }, 4],
    ['red, care level missing', { ...insideRed, careLevel: null }, 2, 1],
    ['red, grade missing', { ...insideRed, ...has({ kind: 'trunk', grade: null }) }, 2, 1],
    [
      'position known to the town, care 4',
      { redZone: 'undetermined', anyZone: 'undetermined', careLevel: '24' },
      4,
      1,
    ],
    [
      'position known to the town, nothing hard',
      { redZone: 'undetermined', anyZone: 'undetermined' },
      4,
      2,
    ],
  ];
  it.each(cases)('%s', (_name, given, tier, possibleTier = tier) => {
    expect(standingOf(person(given))).toMatchObject({ tier, possibleTier });
  });

  it('lets no circumstance outweigh a step of care level', () => {
    const worst = { household: 'alone', communication: 'judgement', plan: 'none' } as const;
    const scoreOf = (facts: ResidentFacts) => standingOf(facts).score;
    for (const [index, careLevel] of CARE_LEVELS.entries()) {
      const milder = CARE_LEVELS[index - 1];
      if (milder === undefined || Number(careLevel) < 21) continue;
      const alone = person({ ...worst, careLevel: milder, supporterCount: 0, age: 99 });
      expect(scoreOf(person({ careLevel }))).toBeGreaterThan(scoreOf(alone));
    }
  });

  it('keeps people of a facility in their tier, behind the others of it', () => {
    const inFacility = standingOf(person({ ...insideRed, careLevel: '25', household: 'facility' }));
    const atHome = standingOf(person({ ...insideRed, careLevel: '23' }));
    const notKnown = standingOf(person({ ...insideRed, careLevel: '23', household: null }));
    expect(inFacility.tier).toBe(atHome.tier);
    expect(inFacility.score).toBeLessThan(atHome.score);
    expect(notKnown).toEqual(atHome);
  });
});

describe('national guideline 2021', () => {
  const standingOf = standingBy(nationalGuideline2021);
  const hazard = { anyZone: 'inside' } as const;
  const body = { careLevel: '23' } as const;
  const alone = { household: 'alone' } as const;
  const cases: Case[] = [
    ['all three groups', { ...hazard, ...body, ...alone }, 1],
    ['hazard and body', { ...hazard, ...body }, 2],
    ['hazard and isolation', { ...hazard, ...alone }, 3],
    ['hazard alone', hazard, 4],
    ['near a zone counts as hazard', { anyZone: 'near', ...body, ...alone }, 1],
    ['body and isolation without hazard', { ...body, ...alone }, 4],
    ['care 2 is under the line', { ...hazard, careLevel: '22' }, 4],
    ['speech 2', { ...hazard, ...has({ kind: 'speech', grade: '2' }) }, 2],
    ['speech 3', { ...hazard, ...has({ kind: 'speech', grade: '3' }) }, 4],
    [
      'internal 1: heart and kidney are left out',
      { ...hazard, ...has({ kind: 'internal', grade: '1' }) },
      4,
    ],
    ['mental 2', { ...hazard, ...has({ kind: 'mental', grade: '2' }) }, 2],
    ['mental 3', { ...hazard, ...has({ kind: 'mental', grade: '3' }) }, 4],
    ['intractable disease', { ...hazard, ...has({ kind: 'intractable-disease', grade: null }) }, 2],
    ['foreign language only', { ...hazard, communication: 'language' }, 2],
    ['elderly only', { ...hazard, ...body, household: 'elderly-only' }, 1],
    ['nobody to help', { ...hazard, ...body, supporterCount: 0 }, 1],
    ['supporters missing', { ...hazard, ...body, supporterCount: null }, 2, 1],
    ['everything but the hazard missing', { ...hazard, careLevel: null, household: null }, 4, 1],
  ];
  it.each(cases)('%s', (_name, given, tier, possibleTier = tier) => {
    expect(standingOf(person(given))).toMatchObject({ tier, possibleTier });
  });
});

describe('model city 2025', () => {
  const standingOf = standingBy(modelCity2025);
  const cases: Case[] = [
    ['a suction device', { devices: ['suction'] }, 1],
    ['tube feeding needs no power', { devices: ['tube-feeding'] }, 3],
    ['devices missing', { devices: null, careLevel: '21' }, 2, 1],
    ['visual 2', has({ kind: 'visual', grade: '2' }), 2],
    ['visual 3', has({ kind: 'visual', grade: '3' }), 3],
    ['hearing 2', has({ kind: 'hearing', grade: '2' }), 2],
    ['hearing 3', has({ kind: 'hearing', grade: '3' }), 3],
    ['speech 1 is not named', has({ kind: 'speech', grade: '1' }), 3],
    ['internal 1 is not named', has({ kind: 'internal', grade: '1' }), 3],
    ['lower limb 3', has({ kind: 'lower-limb', grade: '3' }), 2],
    ['lower limb 4', has({ kind: 'lower-limb', grade: '4' }), 3],
    ['trunk 3', has({ kind: 'trunk', grade: '3' }), 2],
    ['trunk 5', has({ kind: 'trunk', grade: '5' }), 3],
    ['upper limb 2', has({ kind: 'upper-limb', grade: '2' }), 2],
    ['upper limb 3 only', has({ kind: 'upper-limb', grade: '3' }), 3],
    [
      'upper limb 3 and lower limb 6: not upper limb only',
      has({ kind: 'upper-limb', grade: '3' }, { kind: 'lower-limb', grade: '6' }),
      2,
    ],
    [
      'upper limb 3 and visual 5: still the only limb',
      has({ kind: 'upper-limb', grade: '3' }, { kind: 'visual', grade: '5' }),
      3,
    ],
    ['limb 2, not said which', has({ kind: 'limb', grade: '2' }), 2],
    ['limb 3, not said which', has({ kind: 'limb', grade: '3' }), 3, 2],
    ['limb 4, not said which', has({ kind: 'limb', grade: '4' }), 3],
    ['limb without grade', has({ kind: 'lower-limb', grade: null }), 3, 2],
    ['療育 Ⓐ', has({ kind: 'intellectual', grade: 'Ⓐ' }), 2],
    ['療育 A', has({ kind: 'intellectual', grade: 'A' }), 2],
    ['療育 Ⓑ', has({ kind: 'intellectual', grade: 'Ⓑ' }), 3],
    ['mental 1', has({ kind: 'mental', grade: '1' }), 2],
    ['mental 2', has({ kind: 'mental', grade: '2' }), 3],
    ['care 1', { careLevel: '21' }, 2],
    ['support 2', { careLevel: '13' }, 3],
    ['the retired level 11', { careLevel: '11' }, 3],
    ['care level missing', { careLevel: null }, 3, 2],
    ['the red zone admits nobody by itself', insideRed, 3],
  ];
  it.each(cases)('%s', (_name, given, tier, possibleTier = tier) => {
    expect(standingOf(person(given))).toMatchObject({ tier, possibleTier });
  });
});

describe('every preset', () => {
  it('is known by an id of its own, the default first', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    expect(PRESETS[0]?.id).toBe(DEFAULT_CRITERIA_ID);
  });

  /** Each makes a known or missing fact as grave as it can be, and leaves the rest. */
  const worsenings: [name: string, (values: FactValues) => FactValues][] = [
    ['red zone', (values) => ({ ...values, redZone: 'inside', anyZone: 'inside' })],
    ['care 5', (values) => ({ ...values, careLevel: '25' })],
    ['device', (values) => ({ ...values, devices: [...(values.devices ?? []), 'ventilator'] })],
    [
      'disability',
      (values) => ({
        ...values,
        disabilities: [...(values.disabilities ?? []), { kind: 'lower-limb', grade: '1' }],
      }),
    ],
    ['alone', (values) => ({ ...values, household: 'alone' })],
    ['supporter', (values) => ({ ...values, supporterCount: 0 })],
    ['plan', (values) => ({ ...values, plan: 'none' })],
    ['communication', (values) => ({ ...values, communication: 'judgement' })],
    ['age', (values) => ({ ...values, age: 110 })],
  ];
  it.each(worsenings)('never lowers a person for a graver fact: %s', (_name, worsen) => {
    fc.assert(
      fc.property(fc.constantFrom(...PRESETS), arbitraryValues, (criteria, values) => {
        const standingOf = standingBy(criteria);
        const before = standingOf(toFacts(values));
        const after = standingOf(toFacts(worsen(values)));
        expect(after.tier).toBeLessThanOrEqual(before.tier);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      { numRuns: 500 },
    );
  });

  it('never puts a person back for a missing household', () => {
    for (const criteria of PRESETS)
      for (const household of HOUSEHOLDS) {
        const standingOf = standingBy(criteria);
        const known = standingOf(person({ ...insideRed, household }));
        const missing = standingOf(person({ ...insideRed, household: null }));
        expect(missing.possibleTier).toBeLessThanOrEqual(known.tier);
      }
  });
});
