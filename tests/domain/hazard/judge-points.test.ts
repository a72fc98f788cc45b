import { describe, expect, it } from 'vitest';
import { judgePoint } from '#domain/hazard/exposure';
import { judgePoints } from '#domain/hazard/judge-points';
import { RELATIONS } from '#domain/hazard/relation';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { ACCURACIES, type LocatedPosition, NO_POSITION } from '#domain/resident/accuracy';
import { makePoints, makeZones } from '../../bench/support/prefecture.ts';
import { at, box, zoneOf } from './support/zones.ts';

const RADII_METERS = [0, 10, 60, 199, 500];

/** People of every accuracy, some of whom reach as far as a whole town. */
function people(count: number): LocatedPosition[] {
  const points = makePoints(count);
  return Array.from({ length: count }, (_, number) => {
    const accuracy = ACCURACIES[number % ACCURACIES.length] ?? 'none';
    if (accuracy === 'none') return NO_POSITION;
    const [lng = 0, lat = 0] = points.subarray(2 * number, 2 * number + 2);
    const radiusMeters = RADII_METERS[number % RADII_METERS.length] ?? 0;
    return { accuracy, radiusMeters, position: [lng, lat] };
  });
}

describe('judgePoints', () => {
  it.each([0, 10, 300])(
    'says of each what judgePoint says of one (margin %d m)',
    (marginMeters) => {
      const index = buildZoneIndex(makeZones(4000));
      const located = people(3000);
      const judged = judgePoints(index, located, { marginMeters });
      expect(judged).toEqual(located.map((one) => judgePoint(index, one, { marginMeters })));
      for (const relation of RELATIONS.filter((one) => one !== 'near' || marginMeters > 0))
        expect(
          judged.some((one) => one.relation === relation),
          relation,
        ).toBe(true);
    },
  );

  it('takes places on one spot, on one line, and none', () => {
    const square = buildZoneIndex([zoneOf([[box(0, 0, 100, 100)]])]);
    const relations = (...positions: (readonly [number, number])[]) =>
      judgePoints(
        square,
        positions.map((position) => ({ accuracy: 'building', radiusMeters: 0, position })),
        { marginMeters: 0 },
      ).map(({ relation }) => relation);
    expect(relations()).toEqual([]);
    expect(relations(at(50, 50), at(50, 50))).toEqual(['inside', 'inside']);
    expect(relations(at(-50, 50), at(50, 50), at(150, 50))).toEqual([
      'outside',
      'inside',
      'outside',
    ]);
    expect(relations(at(50, -50), at(50, 50), at(50, 150))).toEqual([
      'outside',
      'inside',
      'outside',
    ]);
  });

  it('refuses a position that is no place on earth, and a margin that is no length', () => {
    const index = buildZoneIndex([]);
    const nowhere = { accuracy: 'manual', radiusMeters: 1, position: [132, Number.NaN] } as const;
    const somewhere = { accuracy: 'manual', radiusMeters: 1, position: [132, 34] } as const;
    expect(() => judgePoints(index, [nowhere], { marginMeters: 0 })).toThrow(/position/);
    expect(() => judgePoints(index, [somewhere], { marginMeters: -1 })).toThrow(/marginMeters/);
  });
});
