/* Long: every reason for a review is drawn from one and the same plan. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePoint } from '#domain/hazard/exposure';
import { UNDETERMINED_JUDGEMENT } from '#domain/hazard/judgement';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { NO_RECORD } from '#domain/plan/record';
import { callReview } from '#domain/plan/review/call';
import type { ReviewFinding } from '#domain/plan/review/finding';
import { dayAfterMonths } from '#domain/plan/review/interval';
import { asItIsNow, keepFindings } from '#domain/plan/review/kept-findings';
import { reviewPlan } from '#domain/plan/review/review';
import type { PlanTruth, ShelterTruth, ZonesThere } from '#domain/plan/review/truth';
import {
  ROUTE_UNKNOWN,
  routeTruth,
  ZONES_UNKNOWN,
  zonesThere,
} from '#domain/plan/review/zones-there';
import { DEFAULT_SETTING } from '#domain/plan/setting';
import type { ReviewReason } from '#domain/plan/states';
import { square } from '../../services/support.ts';

const OUTSIDE: ZonesThere = { relation: 'outside', redRelation: 'outside', kinds: [], zoneIds: [] };
const RED: ZonesThere = {
  relation: 'inside',
  redRelation: 'inside',
  kinds: [{ zoneClass: 'red', phenomenon: 'debris-flow', relation: 'inside' }],
  zoneIds: ['z1'],
};
const YELLOW: ZonesThere = {
  relation: 'inside',
  redRelation: 'outside',
  kinds: [{ zoneClass: 'yellow', phenomenon: 'slope-failure', relation: 'inside' }],
  zoneIds: ['z2'],
};
const zones = fc.constantFrom(OUTSIDE, RED, YELLOW);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const date = orNull(fc.constantFrom('2026-04-01', '2026-11-01'));
const address = orNull(fc.constantFrom('架空町1番地', '架空町2番地'));
const position = orNull(fc.constantFrom([132.3, 34.4] as const, [132.31, 34.41] as const));

const truth: fc.Arbitrary<PlanTruth> = fc.record({
  home: fc.record({ address, position, zones }),
  careLevel: orNull(fc.constantFrom('21' as const, '25' as const)),
  supporters: fc.constantFrom(...[0, 1, 2]).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        fc.record({
          id: fc.constant(`s${at}`),
          name: fc.constant(`架空 ${at}`),
          zones,
          listed: orNull(fc.record({ address, position })),
        }),
      ),
    ),
  ),
  destinations: fc.tuple(
    fc.record({
      choice: fc.constant('first' as const),
      name: fc.constant('架空福祉避難所'),
      zones,
      shelter: orNull(
        fc.record({
          id: fc.constant('w1'),
          isListed: fc.boolean(),
          isForLandslides: orNull(fc.boolean()),
          capacity: orNull(fc.constantFrom(10, 20)),
          isFull: fc.boolean(),
          groups: orNull(fc.constantFrom<readonly string[]>([], ['高齢者'], ['障害者', '高齢者'])),
        }),
      ),
    }),
  ),
  route: orNull(
    fc.constantFrom(
      ROUTE_UNKNOWN,
      { ...ROUTE_UNKNOWN, isKnown: true },
      { redMeters: 30, anyMeters: 120, zones: RED, isKnown: true },
      { redMeters: 0, anyMeters: 30, zones: YELLOW, isKnown: true },
    ),
  ),
  roads: fc.tuple(
    fc.record({
      source: fc.constant('osm'),
      id: fc.constant('way/1/0'),
      name: orNull(fc.constant('本通り')),
      isThere: fc.constantFrom(true, false, null),
      isClosed: fc.boolean(),
      width: orNull(fc.constant({ leastMeters: 3, mostMeters: 5.5 })),
    }),
  ),
  dates: fc.record({ zones: date, shelters: date, roads: date, roster: date }),
});

const NOT_OVER = { confirmedOn: '2026-11-01', today: '2026-11-29', reviewMonths: 12 };
const reasonsOf = (basis: PlanTruth, now: PlanTruth) =>
  reviewPlan(basis, now, NOT_OVER).map(({ reason }) => reason);

/** One change of the truth for each reason, where it can be made. */
type Change = (before: PlanTruth) => PlanTruth | null;
const withShelter =
  (change: (shelter: ShelterTruth) => ShelterTruth | null): Change =>
  (before) => {
    const [first] = before.destinations;
    const shelter = first?.shelter ? change(first.shelter) : null;
    return first && shelter ? { ...before, destinations: [{ ...first, shelter }] } : null;
  };
const other = (there: ZonesThere) => (there === RED ? OUTSIDE : RED);
const CHANGES: Readonly<Record<Exclude<ReviewReason, 'drill-finding' | 'interval-over'>, Change>> =
  {
    'zones-at-home': (one) => ({ ...one, home: { ...one.home, zones: other(one.home.zones) } }),
    'zones-on-route': (one) =>
      one.route && {
        ...one,
        route: { redMeters: 60, anyMeters: 61, zones: RED, isKnown: true },
      },
    'zones-at-supporter': (one) => {
      const [first, ...rest] = one.supporters;
      return first
        ? { ...one, supporters: [{ ...first, zones: other(first.zones) }, ...rest] }
        : null;
    },
    'zones-at-destination': (one) => ({
      ...one,
      destinations: one.destinations.map((place) => ({ ...place, zones: other(place.zones) })),
    }),
    'care-level-changed': (one) => ({ ...one, careLevel: one.careLevel === '25' ? '21' : '25' }),
    'address-changed': (one) => ({ ...one, home: { ...one.home, address: '架空町3番地' } }),
    'supporter-gone': (one) => {
      const [first, ...rest] = one.supporters;
      return first?.listed ? { ...one, supporters: [{ ...first, listed: null }, ...rest] } : null;
    },
    'supporter-moved': (one) => {
      const [first, ...rest] = one.supporters;
      if (!first?.listed) return null;
      const listed = { ...first.listed, address: '架空町3番地' };
      return { ...one, supporters: [{ ...first, listed }, ...rest] };
    },
    'destination-closed': withShelter((one) =>
      one.isListed && one.isForLandslides !== false ? { ...one, isListed: false } : null,
    ),
    'destination-full': withShelter((one) =>
      one.isListed ? { ...one, isFull: !one.isFull } : null,
    ),
    'destination-groups-changed': withShelter((one) =>
      one.isListed ? { ...one, groups: ['妊産婦'] } : null,
    ),
    'road-closed': (one) => ({
      ...one,
      roads: one.roads.map((road) => ({ ...road, isThere: true, isClosed: !road.isClosed })),
    }),
    'road-width-changed': (one) => {
      const [road] = one.roads;
      const width = { leastMeters: 2.1, mostMeters: 2.1 };
      return road?.isThere ? { ...one, roads: [{ ...road, width }] } : null;
    },
  };

describe('what is no longer true of a plan', () => {
  test('nothing changed: no reason, of whatever day the data are', () => {
    fc.assert(
      fc.property(truth, truth, (one, { dates }) => {
        expect(reviewPlan(one, { ...one, dates }, NOT_OVER)).toEqual([]);
      }),
    );
  });

  test.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])(
    '%s: exactly its reason',
    (reason) => {
      let [tried, made] = [0, 0];
      fc.assert(
        fc.property(truth, (before) => {
          tried += 1;
          const one =
            reason === 'road-closed'
              ? { ...before, roads: before.roads.map((road) => ({ ...road, isThere: true })) }
              : before;
          const after = CHANGES[reason](one);
          if (after === null) return;
          made += 1;
          const [found, ...more] = reviewPlan(one, after, NOT_OVER);
          expect([found?.reason, more]).toEqual([reason, []]);
          // It says from what to what.
          expect(found?.from.ja).not.toBe(found?.to.ja);
          expect(found?.from.en).not.toBe(found?.to.en);
          expect(`${found?.to.en}`).not.toMatch(/safe/iu);
        }),
      );
      expect(made).toBeGreaterThan(tried / 10);
    },
  );

  test('a zone that goes is told as better, one that comes as worse, and by data of when', () => {
    const base = fc.sample(truth, { numRuns: 1, seed: 1 })[0]!;
    const at = (there: ZonesThere, day: string): PlanTruth => ({
      ...base,
      home: { ...base.home, zones: there },
      dates: { ...base.dates, zones: day },
    });
    const [worse] = reviewPlan(at(OUTSIDE, '2025-04-01'), at(RED, '2026-04-01'), NOT_OVER);
    expect(worse).toMatchObject({
      ...{ reason: 'zones-at-home', change: 'worse', fromDate: '2025-04-01' },
      ...{ toDate: '2026-04-01', from: { ja: '区域外' }, to: { ja: '特別警戒区域・土石流' } },
    });
    const [unknown] = reviewPlan(at(RED, '2025-04-01'), at(ZONES_UNKNOWN, ''), NOT_OVER);
    // That nothing is known any more is never better.
    expect(unknown).toMatchObject({ change: 'other', to: { ja: '分からない' } });
    const [better] = reviewPlan(at(RED, '2025-04-01'), at(YELLOW, '2026-04-01'), NOT_OVER);
    expect(better).toMatchObject({ change: 'better', to: { ja: '警戒区域・急傾斜地の崩壊' } });
  });

  test('the same zone under another id, and a place put on the map anew nearby, are no change', () => {
    const [one] = fc.sample(truth, { numRuns: 1, seed: 2 });
    const before = {
      ...one!,
      home: { address: null, position: [132.3, 34.4] as const, zones: RED },
    };
    const renamed = { ...before, home: { ...before.home, zones: { ...RED, zoneIds: ['new'] } } };
    expect(reasonsOf(before, renamed)).toEqual([]);
    const nearby = { ...before, home: { ...before.home, position: [132.3001, 34.4] as const } };
    expect(reasonsOf(before, nearby)).toEqual([]);
    const away = { ...before, home: { ...before.home, position: [132.301, 34.4] as const } };
    expect(reasonsOf(before, away)).toEqual(['address-changed']);
  });

  test('the interval is over on its day and not before', () => {
    const [one] = fc.sample(truth, { numRuns: 1, seed: 3 });
    const on = (confirmedOn: string, today: string, reviewMonths: number | null = 12) =>
      reviewPlan(one!, one!, { confirmedOn, today, reviewMonths }).map(({ reason }) => reason);
    expect(on('2025-11-29', '2026-11-28')).toEqual([]);
    expect(on('2025-11-29', '2026-11-29')).toEqual(['interval-over']);
    expect(on('2015-11-29', '2026-11-29', null)).toEqual([]);
    expect(dayAfterMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(dayAfterMonths('2028-12-31', 2)).toBe('2029-02-28');
    expect(dayAfterMonths('2027-12-31', 2)).toBe('2028-02-29');
  });
});

describe('what is kept until somebody looked', () => {
  const FOUND: ReviewFinding = {
    reason: 'zones-at-home',
    what: { ja: '自宅', en: 'Home' },
    change: 'worse',
    ...{ from: { ja: '区域外', en: 'Outside' }, to: { ja: '区域内', en: 'Inside' } },
    ...{ fromDate: null, toDate: '2026-04-01' },
  };

  test('keeps since when it is known, tells what is over, and never drops what was told', () => {
    const first = keepFindings([], [FOUND], '2026-11-01T00:00:00.000Z');
    const again = keepFindings(first, [{ ...FOUND, toDate: '2026-09-01' }], '2026-11-02T00:00:00Z');
    expect(again).toEqual(first);
    const told = { ...first[0]!, reason: 'drill-finding' as const, isTold: true };
    const over = keepFindings([...again, told], [], '2026-11-03T00:00:00.000Z');
    expect(over).toEqual([{ ...first[0], isOver: true }, told]);
    const back = keepFindings(over, [FOUND], '2026-11-04T00:00:00.000Z');
    expect(back).toEqual([first[0], told]);
    // What is over is as it was when the plan was confirmed, and the screen does not say otherwise.
    const [changed, passed] = [again[0]!, over.find(({ isTold }) => !isTold)!];
    expect(asItIsNow(changed)).toEqual({ now: FOUND.to, meanwhile: null });
    expect(asItIsNow(passed)).toEqual({ now: FOUND.from, meanwhile: FOUND.to });
  });

  test('a review is called for by the rules of steps: not of a plan that is not in force', () => {
    const person = { isInFacility: false, isOnRoster: true, isConsentGiven: true };
    const call = (stage: 'in-force' | 'drafting') =>
      callReview({ ...NO_RECORD, stage }, DEFAULT_SETTING, person, ['road-closed'], '');
    expect(call('in-force')).toMatchObject({
      ...{ ok: true, value: { stage: 'review-due', reviewReasons: ['road-closed'] } },
    });
    expect(call('drafting')).toMatchObject({ ok: false, problem: { code: 'plan.not-now' } });
  });
});

describe('zones that a plan touches', () => {
  const zone = (id: string, zoneClass: 'red' | 'yellow', lng: number, meters: number) => ({
    ...{ id, zoneClass, phenomenon: 'debris-flow' as const, redNotSurveyed: false },
    geometry: square(lng, 34.4, meters),
  });
  const index = buildZoneIndex([zone('y', 'yellow', 132.3, 200), zone('r', 'red', 132.3, 100)]);

  test('a route counts each metre once, and only what lies in a zone', () => {
    const line = [
      [132.29, 34.4],
      [132.3, 34.4],
      [132.31, 34.4],
    ] as const;
    const found = routeTruth(index, line);
    expect(found.redMeters).toBeGreaterThan(97);
    expect(found.redMeters).toBeLessThan(103);
    expect(found.anyMeters).toBeGreaterThan(195);
    expect(found.anyMeters).toBeLessThan(205);
    expect(found.zones.zoneIds).toEqual(['r', 'y']);
    expect(routeTruth(index, [line[0], [132.29, 34.41]])).toMatchObject({
      ...{ anyMeters: 0, zones: { kinds: [] } },
    });
  });

  test('near a zone is not in it, and what cannot be judged is not outside', () => {
    const at = (lng: number, accuracy: 'building' | 'town', radiusMeters: number) =>
      zonesThere(
        judgePoint(index, { accuracy, position: [lng, 34.4], radiusMeters }, { marginMeters: 100 }),
      ).relation;
    expect(at(132.3, 'building', 10)).toBe('inside');
    expect(at(132.3018, 'building', 10)).toBe('outside');
    expect(at(132.3018, 'town', 500)).toBe('undetermined');
    expect(zonesThere(UNDETERMINED_JUDGEMENT).relation).toBe('undetermined');
  });
});
