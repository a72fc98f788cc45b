import { describe, expect, it } from 'vitest';
import type { Road } from '#domain/road/road';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { assessRoads, NO_WAY, slopeFactorAt } from '#domain/routing/profiles/assessment';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import type { TravelProfile } from '#domain/routing/profiles/profile';
import { PASSAGE_REASONS, passageOf, reasonsOf } from '#domain/routing/profiles/reasons';
import { CAR, LADDER_TRUCK, PUMPER } from '#domain/routing/profiles/vehicles';
import {
  WALKING_ELDERLY,
  WALKING_IMPAIRED,
  WHEELCHAIR_ASSISTED,
} from '#domain/routing/profiles/walking';
import { cellAt, OPEN_TO_ALL, roadBetween } from './support/drawing.ts';

const DAY = { atNight: false };

function assess(profile: TravelProfile, given: Partial<Road>, atNight = false) {
  const road = roadBetween('r', ['a', 'b'], [cellAt(0, 0), cellAt(10, 0)], given);
  const table = buildRoadTable({ roads: [road], barriers: [], restrictions: [] });
  const { reasonBits, alongCs, againstCs } = assessRoads(table, profile, { atNight });
  const [bits = 0, along = 0, against = 0] = [reasonBits[0], alongCs[0], againstCs[0]];
  return { answer: passageOf(bits), reasons: reasonsOf(bits), along, against };
}

const gsi = (leastMeters: number, mostMeters: number | null) => ({
  width: { leastMeters, mostMeters, from: 'gsi-class' as const },
});
const measured = (meters: number) => ({
  width: { leastMeters: meters, mostMeters: meters, from: 'survey' as const },
});

describe('three answers for a road', () => {
  const table: [string, TravelProfile, Partial<Road>, string, string[]][] = [
    // Width: the class 3 to 5.5 m straddles the 4 m that a pumper needs.
    ['pumper, 3-5.5 m', PUMPER, gsi(3, 5.5), 'unknown', ['width-class']],
    ['pumper, 5.5-13 m', PUMPER, gsi(5.5, 13), 'passes', []],
    ['pumper, under 3 m', PUMPER, gsi(0, 3), 'refused', ['narrow']],
    ['pumper, 19.5 m and more', PUMPER, gsi(19.5, null), 'passes', []],
    ['ladder truck (6 m), 3-5.5 m', LADDER_TRUCK, gsi(3, 5.5), 'refused', ['narrow']],
    [
      'ladder truck (6 m), 5.5 m and more',
      LADDER_TRUCK,
      gsi(5.5, null),
      'unknown',
      ['width-class'],
    ],
    ['pumper, measured 4.0 m', PUMPER, measured(4), 'passes', []],
    ['pumper, measured 3.9 m', PUMPER, measured(3.9), 'refused', ['narrow']],
    ['pumper, no width', PUMPER, { width: null }, 'unknown', ['width-unknown']],
    ['pumper, two lanes', PUMPER, { width: null, lanes: 2 }, 'passes', []],
    ['pumper, one lane', PUMPER, { width: null, lanes: 1 }, 'unknown', ['width-unknown']],
    ['pumper, trunk road', PUMPER, { width: null, kind: 'trunk' }, 'passes', []],
    ['wheelchair, street without width', WHEELCHAIR_ASSISTED, { width: null }, 'passes', []],
    [
      'wheelchair, footway without width',
      WHEELCHAIR_ASSISTED,
      { width: null, kind: 'footway' },
      'unknown',
      ['width-unknown'],
    ],
    ['walker, no width', WALKING_ELDERLY, { width: null }, 'passes', []],
    // Height and weight.
    ['pumper, 3.8 m high', PUMPER, { maxHeightMeters: 3.8 }, 'refused', ['low']],
    ['pumper, 4.0 m high', PUMPER, { maxHeightMeters: 4 }, 'passes', []],
    ['car, 3.8 m high', CAR, { maxHeightMeters: 3.8 }, 'passes', []],
    [
      'ladder truck, 14 t',
      LADDER_TRUCK,
      { maxWeightTonnes: 14, ...measured(9) },
      'refused',
      ['weak'],
    ],
    [
      'ladder truck, bridge without a sign',
      LADDER_TRUCK,
      { isBridge: true, ...measured(9) },
      'unknown',
      ['bridge-load-unknown'],
    ],
    ['pumper, bridge without a sign', PUMPER, { isBridge: true }, 'passes', []],
    // Access and kind.
    ['car, no access', CAR, { access: { ...OPEN_TO_ALL, car: 'no' } }, 'refused', ['access']],
    [
      'car, to what lies there',
      CAR,
      { access: { ...OPEN_TO_ALL, car: 'destination' } },
      'passes',
      [],
    ],
    [
      'car, footway',
      CAR,
      { kind: 'footway', access: { ...OPEN_TO_ALL, car: 'unknown' } },
      'refused',
      ['kind'],
    ],
    ['car, footway that it may use', CAR, { kind: 'footway' }, 'unknown', ['unusual']],
    [
      'walker, motorway',
      WALKING_ELDERLY,
      { kind: 'motorway', access: { ...OPEN_TO_ALL, foot: 'unknown' } },
      'refused',
      ['kind'],
    ],
    // Steps and ground.
    ['wheelchair, uncounted steps', WHEELCHAIR_ASSISTED, { stepCount: null }, 'refused', ['steps']],
    ['impaired, steps', WALKING_IMPAIRED, { stepCount: 3 }, 'unknown', ['steps-to-manage']],
    ['elderly, steps', WALKING_ELDERLY, { stepCount: 3 }, 'passes', []],
    ['wheelchair, gravel', WHEELCHAIR_ASSISTED, { surface: 'unpaved' }, 'refused', ['unpaved']],
    ['wheelchair, street', WHEELCHAIR_ASSISTED, { surface: 'unknown' }, 'passes', []],
    [
      'wheelchair, track',
      WHEELCHAIR_ASSISTED,
      { surface: 'unknown', kind: 'track' },
      'unknown',
      ['surface-unknown'],
    ],
    ['pumper, 16 % up', PUMPER, { elevationsMeters: [0, 16] }, 'unknown', ['steep']],
    ['pumper, 16 % down', PUMPER, { elevationsMeters: [16, 0] }, 'unknown', ['steep']],
    ['pumper, 14 %', PUMPER, { elevationsMeters: [0, 14] }, 'passes', []],
    ['wheelchair, 10 %', WHEELCHAIR_ASSISTED, { elevationsMeters: [0, 10] }, 'passes', []],
    // A reason to refuse outweighs one to look.
    [
      'pumper, low and of unknown width',
      PUMPER,
      { width: null, maxHeightMeters: 3 },
      'refused',
      ['low', 'width-unknown'],
    ],
  ];
  it.each(table)('%s', (_, profile, given, answer, reasons) => {
    const found = assess(profile, given);
    expect(found).toMatchObject({ answer, reasons });
    expect(found.along === NO_WAY).toBe(answer === 'refused');
  });

  it('has its reasons in both languages, never saying that anything is safe', () => {
    for (const { ja, en } of PASSAGE_REASONS) expect(`${ja}${en}`).not.toMatch(/安全|safe/i);
    for (const { passage, ja } of PASSAGE_REASONS)
      expect(/確認してください/.test(ja)).toBe(passage === 'unknown');
  });
});

describe('time', () => {
  it('is that of the length by day, and longer by night on foot alone', () => {
    expect(assess(WALKING_ELDERLY, {}).along).toBe(10_000);
    expect(assess(WALKING_ELDERLY, {}, true).along).toBe(12_500);
    expect(assess(WALKING_IMPAIRED, {}).along).toBe(20_000);
    expect(assess(CAR, {}, true).along).toBe(assess(CAR, {}).along);
  });

  it('goes by the slope, up and down by itself', () => {
    const { along, against } = assess(WALKING_ELDERLY, { elevationsMeters: [100, 110] });
    expect(along).toBeCloseTo(10_000 / 0.7, -1);
    expect(against).toBe(10_000);
    const pushed = assess(WHEELCHAIR_ASSISTED, { elevationsMeters: [0, 13] });
    expect(pushed.along).toBeCloseTo(10_000 / 0.49, -1);
    expect(pushed.against).toBe(pushed.along);
  });

  it('takes a bridge for straight, whatever the valley below it is', () => {
    const line = [cellAt(0, 0), cellAt(5, 0), cellAt(10, 0)];
    const elevationsMeters = [50, 20, 50];
    expect(assess(WALKING_ELDERLY, { line, elevationsMeters, isBridge: true }).along).toBe(10_000);
    expect(assess(WALKING_ELDERLY, { line, elevationsMeters }).along).toBeGreaterThan(14_000);
  });

  it('is not to be had against a one-way street', () => {
    expect(assess(CAR, { oneway: 'forward' })).toMatchObject({ against: NO_WAY });
    expect(assess(CAR, { oneway: 'backward' })).toMatchObject({ along: NO_WAY });
    expect(assess(WALKING_ELDERLY, { oneway: 'forward' }).against).toBe(10_000);
  });

  it('reads factors on straight lines between the slopes that are given', () => {
    const factors = [
      { slopePercent: 0, factor: 1 },
      { slopePercent: 10, factor: 0.5 },
    ];
    const at = [-5, 0, 5, 10, 40, Number.NaN].map((slope) => slopeFactorAt(factors, slope));
    expect(at).toEqual([1, 1, 0.75, 0.5, 0.5, 1]);
    expect(slopeFactorAt([], 12)).toBe(1);
  });
});

describe('profiles are data', () => {
  it('nine of them, each with its own id and name', () => {
    expect(new Set(TRAVEL_PROFILES.map(({ id }) => id)).size).toBe(9);
    for (const { label } of TRAVEL_PROFILES) expect(label.ja && label.en).toBeTruthy();
  });

  it('refuses figures that make no sense', () => {
    const empty = buildRoadTable({ roads: [], barriers: [], restrictions: [] });
    const wrong: Partial<TravelProfile>[] = [
      { nightFactor: 0 },
      { speeds: { ...CAR.speeds, street: -1 } },
      { speeds: { ...CAR.speeds, street: Number.NaN } },
      {
        slopeFactors: [
          { slopePercent: 5, factor: 1 },
          { slopePercent: 5, factor: 1 },
        ],
      },
    ];
    for (const given of wrong)
      expect(() => assessRoads(empty, { ...CAR, ...given }, DAY)).toThrow(RangeError);
  });
});
