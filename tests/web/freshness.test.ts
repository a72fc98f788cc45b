import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshnessOf } from '../../web/features/start/freshness.ts';
import { isOpenPath } from '../../web/offline/kept-answers.ts';
import { parsePointId, pointId } from '../../web/state/point-id.ts';

describe('how old zone data may be', () => {
  const today = '2026-11-25';
  test.each([
    ['none at all', [], { kind: 'none' }],
    ['on the day of the limit', ['2021-11-25'], { kind: 'current', oldest: '2021-11-25' }],
    ['a day beyond it', ['2021-11-24'], { kind: 'old', oldest: '2021-11-24' }],
    ['the oldest counts', ['2026-04-01', '2019-04-01'], { kind: 'old', oldest: '2019-04-01' }],
    ['old beside undated', [null, '2019-04-01'], { kind: 'old', oldest: '2019-04-01' }],
    ['undated is not taken for new', ['2026-04-01', null], { kind: 'undated' }],
  ])('%s', (_, dates, state) => expect(freshnessOf(dates, 5, today)).toEqual(state));
});

describe('a looked-up place in the address', () => {
  test('comes back as it went, to a decimetre or so', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 122, max: 154, noNaN: true }),
        fc.double({ min: 20, max: 46, noNaN: true }),
        fc.constantFrom('block' as const, 'town' as const),
        fc.integer({ min: 0, max: 20_000 }),
        (lng, lat, accuracy, radiusMeters) => {
          const back = parsePointId(pointId({ position: [lng, lat], accuracy, radiusMeters }));
          expect(back).toMatchObject({ accuracy, radiusMeters });
          expect(Math.abs((back?.position[0] ?? 0) - lng)).toBeLessThan(1e-6);
          expect(Math.abs((back?.position[1] ?? 0) - lat)).toBeLessThan(1e-6);
        },
      ),
    );
  });
  test.each(['', 'x', '999_0_town_5', '135_35_house_5', '135_35_town_x'])('%j is none', (text) =>
    expect(parsePointId(text)).toBeNull(),
  );
});

describe('what is kept in the open for when there is no network', () => {
  test.each([
    '/municipalities',
    '/municipalities/99201/summary',
    '/municipalities/99201/shelters/a.1',
    '/municipalities/99201/zones/abc',
  ])('%s has no person in it', (path) => expect(isOpenPath(path)).toBe(true));
  test.each([
    '/municipalities/99201/residents?tier=1',
    '/municipalities/99201/residents/1',
    '/municipalities/99201/changes?since=2026',
    '/municipalities/99201/zones/abc/residents',
    '/municipalities/99201/anything-new',
  ])('%s is sealed', (path) => expect(isOpenPath(path)).toBe(false));
});
