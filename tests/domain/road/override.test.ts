import { describe, expect, it } from 'vitest';
import {
  findingsAt,
  isClosedAt,
  overrideStateAt,
  type SiteFacts,
  type SiteOverride,
} from '#domain/road/override';

const NOTHING: SiteFacts = {
  closed: null,
  widthMeters: null,
  heightMeters: null,
  passability: [],
  turningPlace: null,
  hydrant: null,
  note: '',
};

const on = (time: string) => `2026-11-28T${time}:00.000+09:00`;
const millis = (time: string) => Date.parse(on(time));

function override(
  id: string,
  facts: Partial<SiteFacts>,
  given: Partial<SiteOverride> = {},
): SiteOverride {
  return {
    id,
    road: { source: 'osm', id: 'way/1/0', middle: [132.3, 34.4] },
    facts: { ...NOTHING, ...facts },
    by: '消防 一郎',
    at: on('09:00'),
    expiresAt: null,
    isTakenBack: false,
    ...given,
  };
}

describe('an override', () => {
  it('holds until it expires or is taken back, the moment of expiry not among it', () => {
    const one = override('a', {}, { expiresAt: on('12:00') });
    expect(overrideStateAt(one, millis('12:00') - 1)).toBe('in-force');
    expect(overrideStateAt(one, millis('12:00'))).toBe('expired');
    expect(overrideStateAt({ ...one, isTakenBack: true }, 0)).toBe('taken-back');
    expect(overrideStateAt(override('b', {}), millis('23:00'))).toBe('in-force');
  });

  it('closes from a moment on and until another, in whatever offset they are written', () => {
    const closed = { from: on('10:00'), until: '2026-11-28T03:00:00Z' };
    expect(isClosedAt(closed, millis('10:00') - 1)).toBe(false);
    expect(isClosedAt(closed, millis('10:00'))).toBe(true);
    expect(isClosedAt(closed, millis('12:00') - 1)).toBe(true);
    expect(isClosedAt(closed, millis('12:00'))).toBe(false);
    expect(isClosedAt({ from: null, until: null }, 0)).toBe(true);
  });
});

describe('what overrides say together', () => {
  it('is what was said last of each thing, and closed where any closes', () => {
    const overrides = [
      override('old', {
        closed: { from: null, until: null },
        widthMeters: 3,
        passability: [
          { profileId: 'pumper', isPassable: true },
          { profileId: 'ambulance', isPassable: true },
        ],
        hydrant: [132.3, 34.4],
      }),
      override(
        'new',
        { heightMeters: 3.5, passability: [{ profileId: 'pumper', isPassable: false }] },
        { at: on('10:00') },
      ),
      override('gone', { widthMeters: 2 }, { at: on('11:00'), isTakenBack: true }),
    ];
    expect(findingsAt(overrides, millis('12:00'))).toEqual([
      {
        road: overrides[0]?.road,
        overrideIds: ['new', 'old'],
        isClosed: true,
        widthMeters: 3,
        heightMeters: 3.5,
        passability: [
          { profileId: 'ambulance', isPassable: true },
          { profileId: 'pumper', isPassable: false },
        ],
        hydrants: [[132.3, 34.4]],
      },
    ]);
  });

  it('is told for each road by itself, one id of two sources being two roads', () => {
    const other = { source: 'gsi-roads', id: 'way/1/0', middle: [132.3, 34.4] } as const;
    const overrides = [override('a', {}), override('b', {}, { road: other })];
    expect(findingsAt(overrides, 0).map(({ overrideIds }) => overrideIds)).toEqual([['a'], ['b']]);
  });

  it('is nothing of what has expired', () => {
    const closed = override(
      'a',
      { closed: { from: null, until: null } },
      { expiresAt: on('10:00') },
    );
    expect(findingsAt([closed], millis('10:00'))).toEqual([]);
  });
});
