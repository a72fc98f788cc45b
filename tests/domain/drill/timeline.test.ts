/* Long: every way in which a time line is made longer is drawn from one and the same manual. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrillStep, stepsOf } from '#domain/drill/drill';
import { closedRoadsAt, type DrillScenario, isPowerCutAt } from '#domain/drill/scenario';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { tourConflicts } from '#domain/drill/timeline/tour-conflicts';
import { pickUpStep, tourSpanOf, withTourMinutes } from '#domain/drill/tours/tour-span';
import { CALM, manual, step } from './drill-support.ts';

const plan = (steps: readonly DrillStep[], staff?: Record<string, number>, scenario = CALM) => {
  const result = planTimeline(manual(steps, staff), scenario);
  if (!result.ok) throw new Error(result.problem.en);
  return result.timeline;
};
const problemOf = (steps: readonly DrillStep[], staff?: Record<string, number>) => {
  const result = planTimeline(manual(steps, staff), CALM);
  return result.ok ? null : result.problem;
};
const spans = ({ steps }: ReturnType<typeof plan>) =>
  Object.fromEntries(
    steps.map((one) => [one.stepId, [one.startMinute, one.endMinute, one.slackMinutes]]),
  );

describe('the planned time line', () => {
  const diamond = [
    step('a', { plannedMinutes: 5 }),
    step('b', { plannedMinutes: 20, after: ['a'] }),
    step('c', { plannedMinutes: 8, after: ['a'] }),
    step('d', { plannedMinutes: 2, after: ['b', 'c'] }),
  ];

  it('tells the steps that fix the end, and how late the others may be', () => {
    const timeline = plan(diamond);
    expect(spans(timeline)).toEqual({
      a: [0, 5, 0],
      b: [5, 25, 0],
      c: [5, 13, 12],
      d: [25, 27, 0],
    });
    expect([timeline.criticalPath, timeline.endMinute, timeline.isShortest]).toEqual([
      ['a', 'b', 'd'],
      27,
      true,
    ]);
  });

  it('lets one person do one step at a time', () => {
    const timeline = plan(diamond, { care: 1 });
    expect(timeline.endMinute).toBe(35);
    expect(new Set(timeline.criticalPath)).toEqual(new Set(['a', 'b', 'c', 'd']));
  });

  it('waits for the level of the scenario, and says where it is never reached', () => {
    const steps = [step('a', { fromLevel: 4 })];
    const rising: DrillScenario = {
      ...CALM,
      levels: [
        { minute: 0, level: 3 },
        { minute: 30, level: 5 },
      ],
    };
    expect(spans(plan(steps, undefined, rising))).toEqual({ a: [30, 40, 0] });
    expect(problemOf(steps)).toMatchObject({ code: 'drill.level-never-reached' });
  });

  it('takes those who do not come off a role, and names the steps that nobody is left for', () => {
    const short = (missing: number) => ({ ...CALM, shortfalls: [{ roleId: 'care', missing }] });
    expect(plan(diamond, { care: 2 }).endMinute).toBe(27);
    expect(plan(diamond, { care: 2 }, short(1)).endMinute).toBe(35);
    const none = planTimeline(manual([step('a')], { care: 2 }), short(2));
    expect(none).toMatchObject({
      ok: false,
      problem: { code: 'drill.nobody-for-steps', ja: expect.stringContaining('「手順a」') },
    });
  });

  it('names a circle in words, in the order in which its steps wait', () => {
    const circle = [
      step('a', { after: ['c'] }),
      step('b', { after: ['a'] }),
      step('c', { after: ['b'] }),
      step('d', { after: ['a'] }),
    ];
    const problem = problemOf(circle)!;
    expect(problem.code).toBe('drill.steps-in-a-circle');
    const names = problem.ja.match(/手順\w/g)!.map((name) => name.slice(2));
    expect(names).toHaveLength(4);
    expect(names[0]).toBe(names[3]);
    for (const [place, name] of names.slice(1).entries())
      expect(circle.find(({ id }) => id === name)!.after).toContain(names[place]);
  });

  it('says what else is wrong with the steps', () => {
    expect(problemOf([step('a', { after: ['x'] })])).toMatchObject({ code: 'drill.step-unknown' });
    expect(problemOf([step('a'), step('a')])).toMatchObject({ code: 'drill.step-twice' });
    expect(problemOf([step('a', { plannedMinutes: -1 })])).toMatchObject({
      code: 'drill.minutes-wrong',
    });
    expect(problemOf([step('a', { roleId: 'x' })])).toMatchObject({
      code: 'drill.nobody-for-steps',
    });
  });

  it('counts a step of unknown length as no time, and tells it', () => {
    const timeline = plan([step('a', { plannedMinutes: null }), step('b', { after: ['a'] })]);
    expect([timeline.unknownSteps, timeline.endMinute]).toEqual([['a'], 10]);
  });

  it('closes roads and cuts the power at the minute of their injects', () => {
    const road = (id: string) => ({ source: 'osm', id, name: null, middle: [132, 34] as const });
    const scenario: DrillScenario = {
      ...CALM,
      closedRoads: [road('1')],
      injects: [
        {
          id: 'x',
          minute: 20,
          text: '',
          change: { kind: 'road-closed', roads: [road('1'), road('2')] },
        },
        { id: 'z', minute: 40, text: '', change: { kind: 'power-back' } },
        { id: 'y', minute: 30, text: '', change: { kind: 'power-cut' } },
      ],
    };
    expect([19, 20].map((minute) => closedRoadsAt(scenario, minute).map(({ id }) => id))).toEqual([
      ['1'],
      ['1', '2'],
    ]);
    expect([29, 30, 40].map((minute) => isPowerCutAt(scenario, minute))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('plans the manual of the model city in its order, with forms that exist', () => {
    const result = planTimeline(MODEL_CITY_MANUAL, CALM);
    if (!result.ok) throw new Error(result.problem.en);
    const ends = new Map(result.timeline.steps.map((one) => [one.stepId, one.endMinute]));
    const order = [
      'packing',
      'staff-check',
      'decision',
      'opening',
      'check-in',
      'daily-report',
      'stock-check',
    ];
    for (const [place, id] of order.slice(1).entries())
      expect(ends.get(id)!).toBeGreaterThan(ends.get(order[place]!)!);
    expect(result.timeline.isShortest).toBe(true);
    expect(result.timeline.criticalPath.at(-1)).toBe('stock-check');
    const forms = new Set(MODEL_CITY_MANUAL.forms.map(({ id }) => id));
    expect(stepsOf(MODEL_CITY_MANUAL).flatMap(({ formId }) => formId ?? [])).toEqual([...forms]);
  });
});

describe('every time line', () => {
  const anySteps = fc
    .array(
      fc.record({
        minutes: fc.nat(3),
        role: fc.constantFrom('care', 'desk'),
        after: fc.array(fc.nat(9), { maxLength: 2 }),
        level: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((list) =>
      list.map(({ minutes, role, after, level }, index) =>
        step(`${index}`, {
          plannedMinutes: minutes,
          roleId: role,
          after: [...new Set(after.filter((other) => other < index).map(String))],
          fromLevel: level ? 4 : null,
        }),
      ),
    );
  const late: DrillScenario = { ...CALM, levels: [{ minute: 2, level: 4 }] };

  it('ends as soon as any order can, with no more steps at once than people', () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 1, max: 2 }),
        (steps, care, desk) => {
          const staff = { care, desk };
          const timeline = plan(steps, staff, late);
          expect(
            isPossible(
              steps,
              staff,
              timeline.steps.map((one) => one.startMinute),
            ),
          ).toBe(true);
          expect(timeline.endMinute).toBe(shortest(steps, staff));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('ends no later where a step takes its slack longer, and later where one of the longest chain does', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 1, max: 2 }), (steps, care) => {
        const few = { care, desk: 1 };
        const timeline = plan(steps, few, late);
        for (const [index, { slackMinutes }] of timeline.steps.entries()) {
          const longer = steps.with(index, {
            ...steps[index]!,
            plannedMinutes: steps[index]!.plannedMinutes! + slackMinutes,
          });
          expect(slackMinutes).toBeGreaterThanOrEqual(0);
          if (steps[index]!.plannedMinutes! > 0)
            expect(plan(longer, few, late).endMinute).toBe(timeline.endMinute);
        }
        const many = { care: 9, desk: 9 };
        const free = plan(steps, many, late);
        for (const id of free.criticalPath) {
          const longer = steps.map((one) =>
            one.id === id ? { ...one, plannedMinutes: one.plannedMinutes! + 1 } : one,
          );
          expect(plan(longer, many, late).endMinute).toBe(free.endMinute + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  /** Minute by minute, as an oracle. */
  function isPossible(
    steps: readonly DrillStep[],
    staff: Record<string, number>,
    starts: readonly number[],
  ): boolean {
    const ends = new Map(
      steps.map(({ id, plannedMinutes }, index) => [id, starts[index]! + plannedMinutes!]),
    );
    return steps.every(({ after, roleId, fromLevel, plannedMinutes }, index) => {
      const start = starts[index]!;
      if (
        start < (fromLevel === null ? 0 : 2) ||
        after.some((other) => (ends.get(other) ?? 0) > start)
      )
        return false;
      for (let minute = start; minute < start + plannedMinutes!; minute += 1) {
        const busy = steps.filter(
          (other, at) =>
            other.roleId === roleId &&
            starts[at]! <= minute &&
            minute < starts[at]! + other.plannedMinutes!,
        );
        if (busy.length > staff[roleId]!) return false;
      }
      return true;
    });
  }

  function shortest(steps: readonly DrillStep[], staff: Record<string, number>): number {
    for (let end = 0; ; end += 1) {
      const place = (starts: number[]): boolean => {
        const index = starts.length;
        if (index > 0 && !isPossible(steps.slice(0, index), staff, starts)) return false;
        if (index === steps.length) return true;
        for (let start = 0; start + steps[index]!.plannedMinutes! <= end; start += 1)
          if (place([...starts, start])) return true;
        return false;
      };
      if (place([])) return end;
    }
  }
});

describe('pick-ups and joint tours', () => {
  const SPAN = { startMinute: 45, endMinute: 195 };
  const steps = [
    step('call', { plannedMinutes: 40 }),
    step('bring', { plannedMinutes: 40, after: ['call'], isPickUp: true }),
    step('check-in', { plannedMinutes: 15, after: ['bring'] }),
  ];
  const of = (all: typeof steps, span: typeof SPAN | null) => {
    const planned = planTimeline(manual(all), CALM, span);
    if (!planned.ok) throw new Error(planned.problem.en);
    return planned.timeline;
  };

  it('last as long as the tours, from when the first vehicle sets off', () => {
    expect(of(steps, null).endMinute).toBe(95);
    const timeline = of(steps, SPAN);
    expect(timeline.steps[1]).toMatchObject({ startMinute: 45, endMinute: 195 });
    expect(timeline.endMinute).toBe(210);
    expect(tourConflicts(manual(steps), timeline, SPAN)).toEqual([]);
  });

  it("are the model city's transfer where no step says so itself", () => {
    expect(pickUpStep(MODEL_CITY_MANUAL)?.id).toBe('transfer');
    const own = withTourMinutes(MODEL_CITY_MANUAL, SPAN);
    expect(stepsOf(own).find(({ id }) => id === 'transfer')?.plannedMinutes).toBe(150);
    expect(withTourMinutes(MODEL_CITY_MANUAL, null)).toBe(MODEL_CITY_MANUAL);
  });

  it('that begin later than the vehicles set off are told with both minutes', () => {
    const late = [step('call', { plannedMinutes: 70 }), ...steps.slice(1)];
    const [conflict, ...others] = tourConflicts(manual(late), of(late, SPAN), SPAN);
    expect(others).toEqual([]);
    expect(conflict?.ja).toContain('45 分');
    expect(conflict?.ja).toContain('70 分');
  });

  it('that no step is are told where the time line ends before them', () => {
    const without = steps.map((one) => ({ ...one, isPickUp: false }));
    const [conflict] = tourConflicts(manual(without), of(without, SPAN), SPAN);
    expect(conflict?.code).toBe('drill.tours-without-step');
    expect(conflict?.en).toContain('195');
    const long = [...without, step('night', { plannedMinutes: 300 })];
    expect(tourConflicts(manual(long), of(long, SPAN), SPAN)).toEqual([]);
  });

  it('span from the first vehicle that is needed to the last arrival', () => {
    const stop = { place: 1, departureSeconds: 0, pickedUp: [], droppedOff: [] };
    const room = { seatsTaken: 0, wheelchairPlacesTaken: 0 };
    const tour = (vehicleId: string, arrivals: readonly number[]) => ({
      ...{ vehicleId, driveSeconds: 0, redMeters: null, endSeconds: 0 },
      stops: arrivals.map((arrivalSeconds) => ({ ...stop, ...room, arrivalSeconds })),
    });
    const plan = (lastArrivalSeconds: number | null) => ({
      ...{ unserved: [], driveSeconds: 0, redMeters: null, lastArrivalSeconds },
      tours: [tour('van', [3600, 11_650]), tour('car', [])],
    });
    const vehicles = [
      { id: 'van', fromMinute: 45 },
      { id: 'car', fromMinute: 10 },
    ] as never;
    expect(tourSpanOf({ places: [], plan: plan(11_650) }, { vehicles })).toEqual(SPAN);
    expect(tourSpanOf({ places: [], plan: plan(null) }, { vehicles })).toBeNull();
  });
});
