import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrillPlan } from '#domain/drill/drill';
import type { RunEvent } from '#domain/drill/run/event';
import { mergeEvents, saidBy } from '#domain/drill/run/merge';
import { runState } from '#domain/drill/run/run-state';
import { powerBudget, type ShelterSupply } from '#domain/drill/run/supply';
import { CALM } from './drill-support.ts';
import { drill, event, minute, standIn } from './run-support.ts';

const HOUR = 3_600_000;
const SUPPLY: ShelterSupply = { shelterId: 'S1', careBeds: 2, watts: 500 };
const stateOf = (
  events: readonly RunEvent[],
  {
    plan = drill(),
    now = 60,
    expected = new Map<string, number>(),
    supply = SUPPLY,
  }: {
    plan?: DrillPlan;
    now?: number;
    expected?: Map<string, number>;
    supply?: ShelterSupply;
  } = {},
) => runState(plan, [supply], expected, events, minute(now));
const begin = event('T0', 1, 0, { kind: 'drill-start' });
const codes = (state: ReturnType<typeof stateOf>) => state.notices.map(({ code }) => code);

describe('a drill as it runs', () => {
  it('lets the first of two ticks stand, keeps the other and tells it', () => {
    const state = stateOf([
      begin,
      event('T1', 1, 5, { kind: 'start', stepId: 'a' }),
      event('T1', 2, 12, { kind: 'done', stepId: 'a' }),
      event('T2', 1, 11, { kind: 'done', stepId: 'a' }),
    ]);
    const [a] = state.steps;
    expect(a).toMatchObject({
      state: 'done',
      started: { atMillis: minute(5) },
      done: { atMillis: minute(11), deviceId: 'T2' },
    });
    expect(a!.repeated).toMatchObject([{ deviceId: 'T1', atMillis: minute(12) }]);
    expect(state.notices).toMatchObject([
      { code: 'ticked-twice', stepId: 'a', ja: expect.stringContaining('「手順a」') },
    ]);
  });

  it('corrects a clock that is wrong by an hour, so that it does not come first', () => {
    const state = stateOf([
      begin,
      event('slow', 1, 12 - 60, { kind: 'done', stepId: 'a' }, { offsetMillis: HOUR }),
      event('T2', 1, 11, { kind: 'done', stepId: 'a' }),
    ]);
    expect(state.steps[0]!.done).toMatchObject({ deviceId: 'T2', isUncertain: false });
    expect(state.notices.find(({ code }) => code === 'clock-corrected')!.ja).toContain(
      '60 分遅れて',
    );
  });

  it('takes an offset that the device measured later over to what it wrote before', () => {
    const state = stateOf([
      begin,
      event('T1', 1, 75, { kind: 'start', stepId: 'a' }, { offsetMillis: null }),
      event('T1', 2, 80, { kind: 'note', stepId: null, text: '' }, { offsetMillis: -HOUR }),
    ]);
    expect(state.steps[0]!.started).toMatchObject({ atMillis: minute(15), isUncertain: false });
  });

  it('tells times of a clock that was never checked as uncertain, and lets known ones stand before them', () => {
    const state = stateOf([
      begin,
      event('T1', 1, 3, { kind: 'done', stepId: 'a' }, { offsetMillis: null }),
      event('T1', 2, 4, { kind: 'start', stepId: 'b' }, { offsetMillis: null }),
      event('T2', 1, 9, { kind: 'done', stepId: 'a' }),
    ]);
    expect(state.steps[0]!.done).toMatchObject({ deviceId: 'T2' });
    expect(state.steps[1]!.started).toMatchObject({ isUncertain: true });
    expect(codes(state)).toContain('clock-uncertain');
  });

  it('tells a step that stayed open when its device went silent', () => {
    const events = [begin, event('T1', 1, 5, { kind: 'start', stepId: 'a' })];
    expect(codes(stateOf(events, { now: 14 }))).toEqual([]);
    const open = stateOf(events, { now: 30 });
    expect(open.notices).toMatchObject([
      { code: 'step-open', stepId: 'a', deviceId: 'T1', ja: expect.stringContaining('25 分間') },
    ]);
    const closed = stateOf([...events, event('T2', 1, 25, { kind: 'done', stepId: 'a' })], {
      now: 30,
    });
    expect(codes(closed)).toEqual([]);
  });

  it('takes a tick back, and says what is odd', () => {
    const tick = event('T1', 1, 5, { kind: 'done', stepId: 'a' });
    const undo = event('T1', 2, 6, { kind: 'undo', event: { deviceId: 'T1', sequence: 1 } });
    expect(stateOf([tick, undo]).steps[0]!.state).toBe('not-started');
    const odd = stateOf([
      tick,
      event('T1', 2, 9, { kind: 'start', stepId: 'a' }),
      event('T1', 3, 9, { kind: 'done', stepId: 'gone' }),
      event('T1', 3, 10, { kind: 'done', stepId: 'b' }),
    ]);
    expect(codes(odd).sort()).toEqual(['done-before-start', 'sequence-twice', 'step-unknown']);
  });

  it('tells who has come, who is late, who does not come and who was not expected', () => {
    const plan = drill({ people: ['x', 'y', 'z', 'w'].map((id) => standIn(id)) });
    const state = stateOf(
      [
        begin,
        event('T1', 1, 20, { kind: 'arrival', personId: 'x', shelterId: 'S2', companions: 1 }),
        event('T1', 2, 21, { kind: 'not-coming', personId: 'y' }),
        event('T1', 3, 22, { kind: 'arrival', personId: null, shelterId: 'S1', companions: 2 }),
        event('T1', 4, 23, { kind: 'attendance', participantId: 'p1', isThere: false }),
      ],
      {
        plan,
        now: 40,
        expected: new Map([
          ['x', 15],
          ['z', 30],
          ['w', 50],
        ]),
      },
    );
    expect(state.people.map((one) => [one.personId, one.state, one.isElsewhere])).toEqual([
      ['x', 'arrived', true],
      ['y', 'not-coming', false],
      ['z', 'overdue', false],
      ['w', 'expected', false],
    ]);
    expect(state.unexpected).toMatchObject([{ companions: 2 }]);
    expect(state.participants).toMatchObject([{ participantId: 'p1', isThere: false }]);
    const missing = state.notices.find(({ code }) => code === 'role-missing')!;
    expect(missing.ja).toContain('「手順a」、「手順b」');
  });

  it('counts care beds and watts of those who are there; what is not known stays unknown', () => {
    const people = [
      standIn('x', { devices: [{ device: 'suction', watts: 300 }] }),
      standIn('y', { devices: [{ device: 'ventilator', watts: null }], needsCareBed: false }),
      standIn('z', { devices: [{ device: 'oxygen-concentrator', watts: 350 }] }),
    ];
    const arrive = (id: string, at: number) =>
      event('T1', at, at, { kind: 'arrival', personId: id, shelterId: 'S1', companions: 0 });
    const supplyAfter = (ids: readonly string[], supply = SUPPLY) =>
      stateOf([begin, ...ids.map((id, at) => arrive(id, at + 1))], {
        plan: drill({ people }),
        supply,
      }).supplies[0]!;
    expect(supplyAfter(['x'])).toMatchObject({
      careBedsFree: 1,
      power: { state: 'within', knownWatts: 300 },
    });
    expect(supplyAfter(['x', 'y'])).toMatchObject({
      careBedsFree: 1,
      power: { state: 'unknown', unknownDevices: 1 },
    });
    expect(supplyAfter(['x', 'y', 'z'])).toMatchObject({
      careBedsFree: 0,
      power: { state: 'over', knownWatts: 650 },
    });
    expect(supplyAfter(['x'], { shelterId: 'S1', careBeds: null, watts: null })).toMatchObject({
      careBedsFree: null,
      power: { state: 'unknown' },
    });
    // Nobody needs any yet, and whether there is enough is not known all the same.
    expect(powerBudget([], null).state).toBe('unknown');
    expect(powerBudget([], 100).state).toBe('within');
  });

  it('brings an inject at its minute, and keeps when it was told', () => {
    const inject = {
      id: 'i1',
      minute: 20,
      text: '県道が通行止め',
      change: { kind: 'message' as const },
    };
    const plan = drill({ scenario: { ...CALM, injects: [inject] } });
    expect(stateOf([begin], { plan, now: 19 }).injects).toEqual([]);
    expect(stateOf([begin], { plan, now: 20 }).injects).toMatchObject([
      { id: 'i1', toldMillis: null },
    ]);
    const told = event('T0', 2, 21, { kind: 'inject', injectId: 'i1' });
    expect(stateOf([begin, told], { plan, now: 25 }).injects).toMatchObject([
      { toldMillis: minute(21) },
    ]);
  });
});

describe('events of several devices', () => {
  const anyEvent = fc
    .record({
      device: fc.constantFrom('T1', 'T2', 'T3'),
      sequence: fc.integer({ min: 1, max: 4 }),
      at: fc.nat(30),
      offset: fc.constantFrom(null, 0, HOUR),
      kind: fc.constantFrom('start', 'done', 'undo', 'arrival'),
      stepId: fc.constantFrom('a', 'b'),
    })
    .map(({ device, sequence, at, offset, kind, stepId }) =>
      event(
        device,
        sequence,
        at,
        kind === 'undo'
          ? { kind, event: { deviceId: device, sequence: 1 } }
          : kind === 'arrival'
            ? { kind, personId: 'x', shelterId: 'S1', companions: 0 }
            : { kind: kind as 'start' | 'done', stepId },
        { offsetMillis: offset },
      ),
    );
  const anyLog = fc.array(anyEvent, { maxLength: 8 });

  it('come together in any order, in any parts and as often as they like', () => {
    fc.assert(
      fc.property(anyLog, anyLog, anyLog, (one, two, three) => {
        const all = mergeEvents(one, two, three);
        expect(mergeEvents(three, one, two)).toEqual(all);
        expect(mergeEvents(mergeEvents(one, two), three)).toEqual(all);
        expect(mergeEvents(one, mergeEvents(two, three))).toEqual(all);
        expect(mergeEvents(all, all, one)).toEqual(all);
        const kept = new Set(all.map(saidBy));
        for (const each of [...one, ...two, ...three]) expect(kept).toContain(saidBy(each));
        expect(kept.size).toBe(all.length);
      }),
    );
  });

  it('say the same of the drill in whatever order they came in', () => {
    fc.assert(
      fc.property(
        anyLog.chain((log) =>
          fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
        ),
        ([log, shuffled]) => {
          expect(stateOf(shuffled)).toEqual(stateOf([...log, ...log.slice(0, 2)]));
        },
      ),
    );
  });

  it('are the same once a clock is measured that was not known on the device', () => {
    const tick = event('T1', 1, 5, { kind: 'done', stepId: 'a' }, { offsetMillis: null });
    const measured = { ...tick, offsetMillis: HOUR };
    expect(mergeEvents([tick], [measured])).toEqual([measured]);
    expect(mergeEvents([measured], [tick])).toEqual([measured]);
  });

  it('are the same whatever order their fields were written in', () => {
    const tick = event('T1', 1, 5, { kind: 'done', stepId: 'a' });
    const turned = Object.fromEntries(Object.entries(tick).reverse()) as unknown as RunEvent;
    expect(mergeEvents([tick], [turned])).toHaveLength(1);
  });
});
