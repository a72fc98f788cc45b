import { describe, expect, test } from 'vitest';
import { type FoundWay, foundRoute } from '#domain/plan/found-route';

const [home, first, second, third, shelter] = [
  [132.3, 34.4],
  [132.301, 34.401],
  [132.302, 34.402],
  [132.303, 34.403],
  [132.304, 34.404],
] as const;
const walk = (lengthMeters: number) => ({ lengthMeters, durationSeconds: lengthMeters });
const way: FoundWay = {
  ...{ line: [first, second, third], lengthMeters: 300, durationSeconds: 60 },
  exposure: { redMeters: 40, anyMeters: 90 },
  unknown: [{ lengthMeters: 12 }, { lengthMeters: 8 }],
  ...{ walkToRoad: walk(20), walkFromRoad: walk(5) },
  profile: { zones: [{ zoneClass: 'red', fromPoint: 1, toPoint: 2 }] },
};
const dates = { roads: [{ asOf: '2026-04-01' }, { asOf: '2025-10-01' }], zones: ['2026-04-01'] };
const asked = { from: home, to: shelter, profile: 'car', isNight: false, via: [] };

describe('a way that was found, as a plan keeps it', () => {
  test('leads from door to door, with what it rests on', () => {
    expect(foundRoute(way, dates, [], asked)).toEqual({
      ...{ profile: 'car', origin: 'proposed', isNight: false, via: [] },
      ...{ line: [home, first, second, third, shelter], lengthMeters: 325, durationSeconds: 85 },
      ...{ redMeters: 40, anyMeters: 90, unknownMeters: 20, roads: [] },
      zones: [{ zoneClass: 'red', fromPoint: 2, toPoint: 3 }],
      walks: [
        { fromPoint: 0, toPoint: 1 },
        { fromPoint: 3, toPoint: 4 },
      ],
      ...{ roadsAsOf: '2025-10-01', zonesAsOf: '2026-04-01' },
    });
  });

  test('points that stand where the one before does are left out, and zones stay where they are', () => {
    const still = { ...way, line: [first, first, second, third] };
    const zones = [{ zoneClass: 'yellow' as const, fromPoint: 2, toPoint: 3 }];
    const kept = foundRoute({ ...still, profile: { zones } }, dates, [], { ...asked, from: first });
    expect(kept.line).toEqual([first, second, third, shelter]);
    expect(kept.zones).toEqual([{ zoneClass: 'yellow', fromPoint: 1, toPoint: 2 }]);
    expect(kept.walks).toEqual([{ fromPoint: 2, toPoint: 3 }]);
  });

  test('where the date of any data is not known, none is told', () => {
    const undated = { roads: [{ asOf: null }, { asOf: '2026-04-01' }], zones: [] };
    expect(foundRoute(way, undated, [], asked)).toMatchObject({ roadsAsOf: null, zonesAsOf: null });
  });
});
