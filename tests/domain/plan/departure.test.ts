import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booking } from '#domain/plan/booking';
import { findBookings } from '#domain/plan/bookings';
import { DEPARTURE_PIECES, PIECE_LABELS, reckonDeparture } from '#domain/plan/departure';
import { FIELD_LABELS } from '#domain/plan/field-labels';
import { groupHelpers } from '#domain/plan/helper-key';
import { orderOf } from '#domain/plan/helper-order';
import { EMPTY_PLAN, type PlanSupporter } from '#domain/plan/plan';
import { planDeparture } from '#domain/plan/plan-departure';

const source = { ja: '計画の記載', en: 'The plan' };
const known = (minutes: number | null) => ({ minutes, source });
const reckon = (
  arrival: number | null,
  travel: number | null,
  preparation: number | null,
  supporter: readonly [number | null, number | null] | null = null,
) =>
  reckonDeparture({
    startAt: 3,
    arriveWithin: known(arrival),
    travel: known(travel),
    preparation: known(preparation),
    supporter: supporter && { name: '甲', ready: known(supporter[0]), way: known(supporter[1]) },
  });

it('names its pieces as the fields are called in which they are written', () => {
  for (const [piece, field] of [
    ['preparation', 'departure/preparationMinutes'],
    ['supporter-ready', 'supporters/readyMinutes'],
  ] as const)
    expect(FIELD_LABELS[field]?.ja).toContain(PIECE_LABELS[piece].ja);
});

describe('the latest start', () => {
  it('is the arrival less every piece, told line by line with its source', () => {
    const departure = reckon(120, 35, 20, [10, 15]);
    expect(departure).toMatchObject({ state: 'reckoned', latestStartMinutes: 40, missing: [] });
    expect(departure.lines.map(({ piece, minutes }) => [piece, minutes])).toEqual([
      ['arrival', 120],
      ['travel', 35],
      ['preparation', 20],
      ['supporter-ready', 10],
      ['supporter-way', 15],
    ]);
    expect(departure.lines.every((line) => line.source.ja !== '')).toBe(true);
    expect(departure.sentence.ja).toBe('警戒レベル3の発表から40分後までに始める計算です');
  });

  it('is “at the latest …, without X” where a piece is not known, and never in time', () => {
    const departure = reckon(120, 35, null, [10, null]);
    expect(departure).toMatchObject({
      state: 'at-latest',
      latestStartMinutes: 75,
      missing: ['preparation', 'supporter-way'],
    });
    expect(departure.sentence.ja).toBe(
      '遅くとも警戒レベル3の発表から75分後(支度、支援者が来るまでを含まない)',
    );
    expect(reckon(null, 1, 1)).toMatchObject({ state: 'at-latest', latestStartMinutes: null });
  });

  it('is too late where what is known alone takes too long, by how much', () => {
    expect(reckon(60, 50, null, [20, 0])).toMatchObject({ state: 'too-late', lateByMinutes: 10 });
    expect(() => reckon(60, -1, 0)).toThrow(RangeError);
  });

  it('never moves later by a piece that takes longer or becomes known', () => {
    const minutes = fc.option(fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(
        fc.tuple(minutes, minutes, minutes, minutes),
        fc.integer({ min: 0, max: 3 }),
        fc.nat(50),
        (pieces, which, more) => {
          const of = ([travel, preparation, ready, way]: typeof pieces) =>
            reckon(120, travel, preparation, [ready, way]);
          const longer = pieces.with(which, (pieces[which] ?? 0) + more) as typeof pieces;
          const [before, after] = [of(pieces), of(longer)];
          expect(after.latestStartMinutes).toBeLessThanOrEqual(before.latestStartMinutes ?? 0);
          expect(before.state === 'reckoned').toBe(!pieces.includes(null) && !before.lateByMinutes);
          expect(before.missing.every((piece) => DEPARTURE_PIECES.includes(piece))).toBe(true);
        },
      ),
    );
  });
});

describe('the latest start of a plan', () => {
  const supporter = (id: string, readyMinutes: number | null): PlanSupporter => ({
    id,
    kind: 'person',
    name: id,
    relationship: null,
    phone: null,
    address: null,
    place: { position: null, accuracy: 'none' },
    part: null,
    hasVehicle: null,
    readyMinutes,
  });

  it('takes the supporter who is known to be there first, and the planning value until the city sets one', () => {
    const plan = {
      ...EMPTY_PLAN,
      departure: { ...EMPTY_PLAN.departure, preparationMinutes: 15 },
      supporters: [supporter('unknown', null), supporter('slow', 30), supporter('quick', 5)],
    };
    const facts = { plan, waySeconds: [60, 60, 590], arrivalMinutes: {} };
    const usual = planDeparture(facts);
    expect(usual).toMatchObject({ supporterId: 'quick', state: 'at-latest', missing: ['travel'] });
    expect(usual.latestStartMinutes).toBe(120 - 15 - 5 - 10);
    expect(usual.lines[0]?.source.en).toMatch(/planning value/i);
    const own = planDeparture({ ...facts, arrivalMinutes: { 3: 200 } });
    expect(own.latestStartMinutes).toBe(200 - 15 - 5 - 10);
    expect(own.lines[0]?.source.ja).toBe('市の設定');
  });
});

describe('helpers that plans name', () => {
  const helper = (name: string, phone: string | null = null, address: string | null = null) => ({
    ...{ name, phone, address },
  });
  const members = (...all: ReturnType<typeof helper>[]) =>
    groupHelpers(all).map((group) => [group.members.join(), group.isSure]);

  it('are one by name with phone or address, and perhaps two by name alone', () => {
    expect(
      members(helper('見本 一', '090-1'), helper('見本一', '0901'), helper('例 二', '0901')),
    ).toEqual([
      ['0,1', true],
      ['2', true],
    ]);
    expect(
      members(
        helper('甲', '1', '架空町1番2号'),
        helper('甲', '2'),
        helper('甲', null, '架空町1-2'),
      ),
    ).toEqual([
      ['1', true],
      ['0,2', true],
    ]);
    expect(members(helper('甲', '1'), helper('甲'))).toEqual([['0,1', false]]);
  });
});

describe('bookings of a district', () => {
  const booking = (
    planId: string,
    start: number | null,
    given: Partial<Booking> = {},
  ): Booking => ({
    planId,
    level: 3,
    helper: { name: '甲', phone: '1', address: null },
    withVehicle: false,
    latestStartMinutes: start,
    readyMinutes: 10,
    wayMinutes: 5,
    preparationMinutes: 10,
    travelMinutes: 20,
    ...given,
  });

  it('have a timeline for each level, as nobody knows how long after one the next comes', () => {
    const timelines = findBookings(
      [booking('a', 60), booking('b', 60, { level: 4 }), booking('c', 65)],
      () => null,
    );
    expect(
      timelines.map(({ level, planIds, clashes }) => [level, planIds, clashes.length]),
    ).toEqual([
      [3, ['a', 'c'], 1],
      [4, ['b'], 0],
    ]);
  });

  it('find who is asked to be at two places at once, when, and in which order it could be done', () => {
    const [first, second] = findBookings(
      [
        booking('a', 60, { withVehicle: true }),
        booking('b', 50, { withVehicle: true }),
        booking('c', 0, { helper: { name: '乙', phone: '2', address: null } }),
      ],
      () => 5,
    );
    expect(first?.clashes).toEqual([
      { planIds: ['a', 'b'], fromMinutes: 70, toMinutes: 95, withVehicle: true },
    ]);
    // b is due first; both can be done one after the other when begun with the level.
    expect(first?.order?.stops.map(({ planId, lateByMinutes }) => [planId, lateByMinutes])).toEqual(
      [
        ['b', 0],
        ['a', 0],
      ],
    );
    expect(first?.blocks.filter(({ planId }) => planId === 'b')).toHaveLength(4);
    expect(second).toMatchObject({ clashes: [], order: null });
  });

  it('leave open what is not known: no clash is told and none is ruled out', () => {
    const [timeline] = findBookings(
      [booking('a', 60), booking('b', null), booking('d', 60, { wayMinutes: null })],
      () => null,
    );
    expect(timeline?.openPlanIds).toEqual(['b', 'd']);
    expect(timeline?.order?.openPlanIds).toEqual(['b', 'd']);
    expect(timeline?.clashes).toEqual([]);
  });

  it('say by how much too late one helper is with too many', () => {
    const order = orderOf([booking('a', 0), booking('b', 0)], () => null);
    expect(order.stops.map(({ lateByMinutes }) => lateByMinutes)).toEqual([0, 35]);
    expect(order.unknownWaysBack).toBe(1);
  });

  it('are done in the order of what is due where ways back do not count, as all orders show', () => {
    const starts = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(starts, (given) => {
        const own = given.map((start, at) => booking(`p${at}`, start));
        const { stops } = orderOf(own, () => 0);
        const due = [...given].sort((a, b) => a - b);
        const lateByDue = due.filter((start, at) => 10 + 35 * (at + 1) > start + 45).length;
        expect(stops.filter(({ lateByMinutes }) => lateByMinutes > 0).length).toBeLessThanOrEqual(
          lateByDue,
        );
        expect(stops).toHaveLength(given.length);
      }),
    );
  });
});
