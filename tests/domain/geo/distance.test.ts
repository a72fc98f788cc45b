import { describe, expect, it } from 'vitest';
import { distanceMeters, localScale } from '#domain/geo/distance';

describe('localScale', () => {
  // Lengths of one degree on GRS 80 as tables give them.
  it.each([
    [0, 111_319.49, 110_574.28],
    [35, 91_287.8, 110_940.7],
    [45, 78_846.8, 111_131.8],
  ])('at %d°', (latitude, metersPerDegreeLng, metersPerDegreeLat) => {
    const scale = localScale(latitude);
    expect(Math.abs(scale.metersPerDegreeLng - metersPerDegreeLng)).toBeLessThan(1);
    expect(Math.abs(scale.metersPerDegreeLat - metersPerDegreeLat)).toBeLessThan(1);
  });
});

describe('distanceMeters', () => {
  it('is 0 for one place and the same both ways', () => {
    const [a, b] = [[132.3, 34.35] as const, [132.31, 34.36] as const];
    expect(distanceMeters(a, a)).toBe(0);
    expect(distanceMeters(a, b)).toBe(distanceMeters(b, a));
  });
});
