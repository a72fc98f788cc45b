import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byDistrict } from '../../web/features/plans/departures/by-district.ts';
import { timeAxis } from '../../web/features/plans/departures/time-axis.ts';
import { figureRows } from '../../web/features/plans/proposals/figure-rows.ts';
import { lineFeatures } from '../../web/features/plans/proposals/line-features.ts';
import { proposals } from '../../web/i18n/ja/plan-proposals.ts';

test('a time axis holds the level and every block, with few round minutes', () => {
  const span = fc
    .tuple(fc.integer({ min: -600, max: 2880 }), fc.integer({ min: 0, max: 600 }))
    .map(([fromMinutes, length]) => ({ fromMinutes, toMinutes: fromMinutes + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 9 }), (spans) => {
      const { from, to, ticks } = timeAxis(spans);
      expect(from).toBeLessThanOrEqual(Math.min(0, ...spans.map((one) => one.fromMinutes)));
      expect(to).toBeGreaterThanOrEqual(Math.max(1, ...spans.map((one) => one.toMinutes)));
      expect([ticks[0], ticks.at(-1)]).toEqual([from, to]);
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(11);
    }),
  );
});

test('plans of a district stay together and in their order', () => {
  const plans = ['浜', null, '山', '浜'].map((district, place) => ({ district, place }));
  expect(byDistrict(plans).map(([name, own]) => [name, own.map(({ place }) => place)])).toEqual([
    ['浜', [0, 3]],
    [null, [1]],
    ['山', [2]],
  ]);
});

test('a line for each home that is placed at a shelter of the list, by whether it leads through red', () => {
  const line = (residentId: string, redMeters: number | null, more = {}) => ({
    ...{ residentId, redMeters, position: [132.3, 34.3] as [number, number], shelterId: 's' },
    ...{ isPlaced: true, isFixed: false, isTaken: false, ...more },
  });
  const { features } = lineFeatures(
    [
      ...[line('plain', 0), line('red', 12), line('unknown', null), line('me', 9)],
      line('nowhere', null, { isPlaced: false, shelterId: null }),
      line('no home', 0, { position: null }),
      line('gone', 0, { shelterId: 'closed' }),
    ],
    [{ id: 's', position: [132.4, 34.4] }],
    'me',
  );
  expect(features.map(({ properties }) => [properties?.id, properties?.kind])).toEqual([
    ...[
      ['plain', 'plain'],
      ['red', 'red'],
      ['unknown', 'unknown'],
      ['me', 'picked'],
    ],
    ['nowhere', 'unplaced'],
  ]);
});

test('figures that are not known say so and are never nothing', () => {
  const figures = {
    ...{ people: 7, placed: 5, fixed: 0, redMeters: 1234, peopleInRed: 2, waysUnknown: 5 },
    unplaced: { 'no-position': 2, 'off-roads': 0, 'no-way': 0, 'none-suitable': 0, 'all-full': 0 },
    ...{ farthestSeconds: null, meanSeconds: 61, capacityUsed: 0, capacityKnown: 0 },
    ...{ placedAtUnknownCapacity: 0, supportersProposed: 0, withoutSupporter: 0 },
    ...{ supportersUnknown: 0, inFacilities: 0 },
  };
  const rows = figureRows(figures, { metersText: (meters) => `${meters} m` }, proposals.figures);
  const textOf = (key: string) => rows.find((row) => row.key === key)?.text;
  expect(textOf('unplaced')).toBe('2人');
  expect(textOf('farthest')).toBe('不明');
  expect(textOf('mean')).toBe('2分');
  expect(textOf('redMeters')).toBe('1234 m');
});
