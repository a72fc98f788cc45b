import { describe, expect, test } from 'vitest';
import { sortSchema } from '#contract/resident';
import { scaleFor } from '../../web/features/map-footer/scale.ts';
import { zoneDataState } from '../../web/features/map-footer/zone-date.ts';
import { findSelectedIndex } from '../../web/features/residents/selected-index.ts';
import { personShape } from '../../web/map/images/person-shape.ts';
import { judgementFeatures } from '../../web/map/judgement-features.ts';

describe('date of the zone data', () => {
  const today = '2026-11-24';
  test.each([
    [[], { kind: 'none' }],
    [[null], { kind: 'undated' }],
    [['2026-03-31', null], { kind: 'undated' }],
    [['2026-03-31'], { kind: 'dated', oldest: '2026-03-31', others: 0, isOld: false }],
    [['2026-03-31', '2024-11-23'], { kind: 'dated', oldest: '2024-11-23', others: 1, isOld: true }],
    [['2024-11-24'], { kind: 'dated', oldest: '2024-11-24', others: 0, isOld: false }],
  ])('%j', (dates, state) => expect(zoneDataState(dates, 2, today)).toEqual(state));
});

test('the scale bar shows a round length that fits', () => {
  for (let zoom = 5; zoom < 19; zoom += 0.3) {
    const { meters, widthPixels } = scaleFor(zoom, 34);
    expect(String(meters)).toMatch(/^[125]0*$|^0\.\d*[125]$/);
    expect(widthPixels).toBeGreaterThan(40);
    expect(widthPixels).toBeLessThanOrEqual(110);
  }
});

describe('marks of people', () => {
  test('shape is the tier, whatever the rest', () => {
    const shapes = [1, 2, 3, 9].map((tier) => personShape(tier, 'outside', 'outside', false).path);
    expect(new Set(shapes).size).toBe(4);
    expect(personShape(1, 'inside', 'inside', true).path).toBe(shapes[0]);
  });

  test('the ring marks undetermined and nothing else', () => {
    expect(personShape(1, 'undetermined', 'inside', false).ring).toBe(true);
    expect(personShape(1, 'outside', 'undetermined', false).ring).toBe(true);
    expect(personShape(1, 'inside', 'inside', false).ring).toBe(false);
    expect(personShape(1, 'outside', 'outside', false).ring).toBe(false);
  });

  test('undetermined does not look like outside', () => {
    const outside = personShape(2, 'outside', 'outside', false);
    expect(personShape(2, 'undetermined', 'undetermined', false).fill).not.toBe(outside.fill);
  });
});

describe('what the judgement draws', () => {
  test('radius, connector and label', () => {
    const { features } = judgementFeatures({
      position: [135.2, 31.4],
      radiusMeters: 100,
      boundary: { position: [135.2, 31.401], label: '111m' },
    });
    expect(features.map(({ properties }) => properties?.kind)).toEqual([
      'place',
      'radius',
      'connector',
      'boundary',
    ]);
    const ring = features[1]?.geometry;
    const north =
      ring?.type === 'Polygon' ? Math.max(...(ring.coordinates[0] ?? []).map((p) => p[1] ?? 0)) : 0;
    expect((north - 31.4) * 111_195).toBeCloseTo(100, 3);
  });

  test('nothing where the place is not known', () => {
    expect(judgementFeatures(null).features).toEqual([]);
    expect(
      judgementFeatures({ position: null, radiusMeters: null, boundary: null }).features,
    ).toEqual([]);
  });
});

describe('where the selected person stands in the list', () => {
  const rows = { total: 500, rowAt: () => undefined };
  const list = { filters: {}, sort: sortSchema.parse('rank') };
  test('follows from the rank while nothing is left out before it', () => {
    expect(findSelectedIndex(rows, list, 'p', 321)).toBe(320);
    expect(findSelectedIndex(rows, { ...list, filters: { tier: ['1', '2'] } }, 'p', 321)).toBe(320);
  });
  test('is not known otherwise', () => {
    expect(findSelectedIndex(rows, { ...list, filters: { tier: ['2'] } }, 'p', 321)).toBeNull();
    expect(
      findSelectedIndex(rows, { ...list, sort: sortSchema.parse('-rank') }, 'p', 321),
    ).toBeNull();
    expect(findSelectedIndex(rows, list, null, 321)).toBeNull();
  });
});
