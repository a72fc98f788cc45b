import { describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { levelBridges } from '#domain/road/level-bridges';
import type { Road } from '#domain/road/road';

/** A road to the east between junctions named by their place, with a vertex at each whole number. */
const road = (
  from: number,
  to: number,
  elevations: number[] | null,
  said: Partial<Road> = {},
): Road => {
  const step = Math.sign(to - from);
  const places = Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => from + step * at);
  return {
    id: `${from}-${to}`,
    ends: [String(from), String(to)],
    line: places.map((place): Position => [135 + place / 1000, 34]),
    elevationsMeters: elevations,
    kind: 'primary',
    name: null,
    width: null,
    lanes: null,
    surface: 'unknown',
    isBridge: true,
    isTunnel: false,
    stepCount: 0,
    oneway: 'both',
    access: { foot: 'unknown', wheelchair: 'unknown', car: 'unknown', emergency: 'unknown' },
    maxHeightMeters: null,
    maxWeightTonnes: null,
    ...said,
  };
};
const shore = (from: number, to: number, meters: number) =>
  road(from, to, [meters, meters], { isBridge: false });
const heights = (roads: readonly Road[]) => roads.map(({ elevationsMeters }) => elevationsMeters);

describe('a bridge in several parts', () => {
  it('runs from shore to shore, whichever way each part was drawn', () => {
    const roads = [
      shore(0, 1, 10),
      road(1, 3, [10, 5, 1]),
      road(5, 3, [2, 3, 1]),
      road(5, 6, [2, 20]),
      shore(6, 7, 20),
    ];
    expect(heights(levelBridges(roads))).toEqual([
      [10, 10],
      [10, 12, 14],
      [18, 16, 14],
      [18, 20],
      [20, 20],
    ]);
    // What was given stays as it was.
    expect(roads[1]?.elevationsMeters).toEqual([10, 5, 1]);
  });

  it('is a tunnel where it is one, and not both together', () => {
    const tunnel = { isBridge: false, isTunnel: true };
    const parts = [road(1, 2, [10, 90], tunnel), road(2, 3, [90, 20], tunnel)];
    expect(heights(levelBridges([shore(0, 1, 10), ...parts, shore(3, 4, 20)]))[1]).toEqual([
      10, 15,
    ]);
    const mixed = [road(1, 2, [10, 5]), road(2, 3, [5, 20], tunnel)];
    expect(heights(levelBridges(mixed))).toEqual([
      [10, 5],
      [5, 20],
    ]);
  });

  it('keeps a junction that another road meets, and what is not known', () => {
    const roads = [road(1, 2, [10, 5]), road(2, 3, [5, 20]), road(2, 9, Array(8).fill(5))];
    const meeting = [...roads.slice(0, 2), { ...roads[2]!, isBridge: false }];
    expect(heights(levelBridges(meeting)).slice(0, 2)).toEqual([
      [10, 5],
      [5, 20],
    ]);
    expect(heights(levelBridges([road(1, 2, null), road(2, 3, [5, 20])]))).toEqual([null, [5, 20]]);
    const ring = [road(1, 2, [1, 2]), road(2, 1, [2, 1])];
    expect(heights(levelBridges(ring))).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});
