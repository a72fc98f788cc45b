import { describe, expect, it } from 'vitest';
import { lengthMeters, nearestOnLine } from '#domain/geo/polyline';
import { at } from '../hazard/support/zones.ts';

const LINE = [at(0, 0), at(100, 0), at(100, 50)];

describe('lengthMeters', () => {
  it('adds the segments up', () => {
    expect(lengthMeters(LINE)).toBeCloseTo(150, 2);
  });
  it('is 0 for fewer than two positions', () => {
    expect([lengthMeters([]), lengthMeters([at(0, 0)])]).toEqual([0, 0]);
  });
});

describe('nearestOnLine', () => {
  it.each([
    ['beside a segment', [30, 8], { segment: 0, meters: 8, east: 30, north: 0 }],
    ['beyond the start', [-3, -4], { segment: 0, meters: 5, east: 0, north: 0 }],
    ['beside the second segment', [90, 40], { segment: 1, meters: 10, east: 100, north: 40 }],
    ['on the line', [50, 0], { segment: 0, meters: 0, east: 50, north: 0 }],
  ] as const)('%s', (_, [east, north], expected) => {
    const nearest = nearestOnLine(LINE, at(east, north));
    expect(nearest?.segment).toBe(expected.segment);
    expect(nearest?.distanceMeters).toBeCloseTo(expected.meters, 2);
    expect(nearest?.position[0]).toBeCloseTo(at(expected.east, 0)[0], 7);
    expect(nearest?.position[1]).toBeCloseTo(at(0, expected.north)[1], 7);
  });
  it('of a line of one position is that position, of an empty one nothing', () => {
    expect(nearestOnLine([at(0, 0)], at(3, 4))?.distanceMeters).toBeCloseTo(5, 2);
    expect(nearestOnLine([], at(3, 4))).toBeNull();
  });
});
