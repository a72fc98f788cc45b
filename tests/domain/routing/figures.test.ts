import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileFiguresSchema } from '#contract/travel-profile';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { assessRoads } from '#domain/routing/profiles/assessment';
import {
  type ProfileFigures,
  standardFigures,
  withFigures,
} from '#domain/routing/profiles/figures';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { PUMPER } from '#domain/routing/profiles/vehicles';
import { cellAt, roadBetween } from './support/drawing.ts';

const anyFigures: fc.Arbitrary<ProfileFigures> = fc.record({
  widthMeters: fc.option(fc.double({ min: 0.3, max: 12, noNaN: true })),
  heightMeters: fc.option(fc.double({ min: 0.5, max: 6, noNaN: true })),
  weightTonnes: fc.option(fc.double({ min: 0.1, max: 60, noNaN: true })),
  slopePercent: fc.option(fc.double({ min: 1, max: 60, noNaN: true })),
  speedFactor: fc.double({ min: 0.2, max: 3, noNaN: true }),
  nightFactor: fc.double({ min: 0.2, max: 1, noNaN: true }),
  source: fc.constant('架空市消防局 基準'),
});

describe('figures of the city', () => {
  test.each(TRAVEL_PROFILES)(
    'the standard of $id, stored as the own, changes nothing',
    (profile) => {
      const figures = { ...standardFigures(profile), source: '標準' };
      expect(profileFiguresSchema.safeParse(figures).success).toBe(true);
      expect(withFigures(profile, figures)).toEqual(profile);
      expect(withFigures(profile, undefined)).toBe(profile);
    },
  );

  test('stand in place of the standard, and no kind of road is opened or closed by them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TRAVEL_PROFILES), anyFigures, (profile, figures) => {
        const own = withFigures(profile, figures);
        expect(standardFigures(own)).toEqual({ ...figures, speedFactor: 1, source: '' });
        expect(own.needs.steps).toBe(profile.needs.steps);
        for (const [kind, speed] of Object.entries(profile.speeds)) {
          const ownSpeed = own.speeds[kind as keyof typeof own.speeds];
          if (speed === null) expect(ownSpeed).toBeNull();
          else expect(ownSpeed).toBeCloseTo(speed * figures.speedFactor, 9);
        }
      }),
    );
  });

  test('a pumper that needs 3.5 metres gets through where 4 are too many', () => {
    const width = { leastMeters: 3.6, mostMeters: 3.6, from: 'osm-width' } as const;
    const road = { ...roadBetween('r', ['a', 'b'], [cellAt(0, 0), cellAt(9, 0)]), width };
    const table = buildRoadTable({ roads: [road], barriers: [], restrictions: [] });
    const bitsOf = (profile: typeof PUMPER) =>
      assessRoads(table, profile, { atNight: false }).reasonBits[0];
    expect(bitsOf(PUMPER)).not.toBe(0);
    const own = { ...standardFigures(PUMPER), widthMeters: 3.5 };
    expect(bitsOf(withFigures(PUMPER, own))).toBe(0);
  });
});
