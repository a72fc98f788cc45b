import { describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { bilinear, elevationsOfRoad, gsiElevationMeters } from '#domain/road/elevation';

describe('a pixel of an elevation tile', () => {
  it.each([
    [[0, 0, 0], 0],
    [[0, 0, 1], 0.01],
    [[0, 39, 16], 100],
    [[5, 195, 0], 3776],
    [[127, 255, 255], 83_886.07],
    [[128, 0, 0], null],
    [[255, 255, 255], -0.01],
    [[255, 216, 240], -100],
  ] as const)('%j is %s m', ([red, green, blue], meters) => {
    const found = gsiElevationMeters(red, green, blue);
    if (meters === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(meters, 6);
  });
});

describe('between four pixels', () => {
  it('is a plane where they lie on one', () => {
    expect(bilinear(0, 10, 20, 30, 0.5, 0.5)).toBe(15);
    expect(bilinear(0, 10, 20, 30, 0.25, 0.75)).toBe(17.5);
    expect(bilinear(0, 10, 20, 30, 1, 0)).toBe(10);
  });

  it('is by the known ones where some are not known', () => {
    expect(bilinear(null, 10, null, 10, 0.5, 0.5)).toBe(10);
    expect(bilinear(null, 10, 20, 10, 0, 0)).toBeNull();
    expect(bilinear(null, null, null, null, 0.5, 0.5)).toBeNull();
  });
});

describe('the elevations of a road', () => {
  /** Vertices at equal distances, so that shares are plain. */
  const line: Position[] = [0, 1, 2, 3, 4].map((at) => [135 + at / 1000, 34]);
  const road = (isBridge = false, isTunnel = false) => ({ line, isBridge, isTunnel });

  it('are those of the ground', () => {
    expect(elevationsOfRoad(road(), [1, 2.005, 0, -3, 4])).toEqual([1, 2.01, 0, -3, 4]);
  });

  it('run from end to end over a bridge and through a tunnel', () => {
    expect(elevationsOfRoad(road(true), [10, 2, 1, 2, 14])).toEqual([10, 11, 12, 13, 14]);
    expect(elevationsOfRoad(road(false, true), [10, 80, 99, 80, 6])).toEqual([10, 9, 8, 7, 6]);
  });

  it('lie between the known ones where there are no data', () => {
    expect(elevationsOfRoad(road(), [10, null, null, 16, 0])).toEqual([10, 12, 14, 16, 0]);
    expect(elevationsOfRoad(road(), [null, 10, null, 14, null])).toEqual([10, 10, 12, 14, 14]);
    expect(elevationsOfRoad(road(true), [null, 10, 99, 14, null])).toEqual([10, 10, 12, 14, 14]);
    expect(elevationsOfRoad(road(), [null, null, 7, null, null])).toEqual([7, 7, 7, 7, 7]);
    expect(elevationsOfRoad(road(), [null, null, null, null, null])).toBeNull();
  });
});
