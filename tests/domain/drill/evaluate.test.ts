import { describe, expect, it } from 'vitest';
import { compareDrills, type PastDrill } from '#domain/drill/evaluate/compare-drills';
import { evaluateDrill } from '#domain/drill/evaluate/evaluate';
import {
  changedManual,
  type Finding,
  findingProblems,
  findingState,
  plansToReview,
} from '#domain/drill/evaluate/finding';
import type { RunEvent } from '#domain/drill/run/event';
import { runState } from '#domain/drill/run/run-state';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { step } from './drill-support.ts';
import { drill, event, minute } from './run-support.ts';

const label = { ja: '段階', en: 'Phase' };
const PLAN = drill({
  manual: {
    templateId: 't',
    templateVersion: 3,
    forms: [],
    roles: [{ id: 'care', label, staff: 3 }],
    phases: [
      { id: 'one', label, steps: [step('a'), step('b', { plannedMinutes: 4 })] },
      {
        id: 'two',
        label,
        steps: [
          step('c', { after: ['a', 'b'], plannedMinutes: 5 }),
          step('d', { plannedMinutes: null }),
        ],
      },
    ],
  },
});
const evaluate = (events: readonly RunEvent[]) => {
  const planned = planTimeline(PLAN.manual, PLAN.scenario);
  if (!planned.ok) throw new Error(planned.problem.en);
  return evaluateDrill(
    PLAN.manual,
    planned.timeline,
    runState(PLAN, [], new Map(), events, minute(90)),
  );
};
const tick = (
  sequence: number,
  at: number,
  kind: 'start' | 'done',
  stepId: string,
  device = 'T1',
) => event(device, sequence, at, { kind, stepId });
const RUN: RunEvent[] = [
  event('T0', 1, 0, { kind: 'drill-start' }),
  tick(1, 1, 'start', 'a'),
  tick(2, 19, 'done', 'a'),
  tick(3, 0, 'start', 'b'),
  tick(4, 8, 'done', 'b'),
  tick(5, 26, 'start', 'c'),
  tick(6, 30, 'done', 'c'),
  event('T1', 7, 28, { kind: 'problem', stepId: 'c', text: '電源が足りない' }),
];

describe('planned against actual', () => {
  it('says for each step how long it took, waited, and what of it is not known', () => {
    const { steps, plannedMinutes, actualMinutes } = evaluate(RUN);
    expect(
      steps.map((one) => [one.stepId, one.actualMinutes, one.overMinutes, one.waitedMinutes]),
    ).toEqual([
      ['a', 18, 8, 1],
      ['b', 8, 4, 0],
      ['c', 4, -1, 7],
      ['d', null, null, null],
    ]);
    expect([plannedMinutes, actualMinutes]).toEqual([15, 30]);
  });

  it('says so for each phase, without an end where a step is not done', () => {
    expect(evaluate(RUN).phases).toMatchObject([
      {
        phaseId: 'one',
        plannedStart: 0,
        plannedEnd: 10,
        actualStart: 0,
        actualEnd: 19,
        stepsDone: 2,
      },
      {
        phaseId: 'two',
        plannedStart: 0,
        plannedEnd: 15,
        actualStart: 26,
        actualEnd: null,
        stepsDone: 1,
        stepCount: 2,
      },
    ]);
  });

  it('names what held the drill up beyond its slack, the costliest first', () => {
    expect(
      evaluate(RUN).bottlenecks.map(({ stepId, kind, minutes }) => [stepId, kind, minutes]),
    ).toEqual([
      ['d', 'not-done', null],
      ['a', 'took-longer', 8],
      ['c', 'waited', 7],
      ['a', 'waited', 1],
      ['c', 'problem', null],
    ]);
  });

  it('knows no minutes of a drill that was never begun, nor of a step that ended before it began', () => {
    expect(evaluate(RUN.slice(1)).actualMinutes).toBeNull();
    const [a] = evaluate([RUN[0]!, tick(1, 9, 'start', 'a'), tick(2, 3, 'done', 'a')]).steps;
    expect(a).toMatchObject({ actualMinutes: null, overMinutes: null });
  });
});

describe('a drill beside others', () => {
  const past = (drillId: string, date: string, shelterId: string, minutes: number): PastDrill => ({
    drillId,
    date,
    shelterIds: [shelterId],
    evaluation: {
      actualMinutes: minutes,
      steps: evaluate(RUN).steps.map((one) => ({
        ...one,
        actualMinutes: one.stepId === 'a' ? minutes : null,
      })),
    },
  });

  it('is compared with earlier ones alone, of its own shelter and of others', () => {
    const now = past('now', '2026-11-28', 'S1', 30);
    const compared = compareDrills(now, [
      now,
      past('new', '2025-11-01', 'S1', 36),
      past('old', '2024-11-01', 'S1', 50),
      past('later', '2027-01-01', 'S1', 1),
      past('other', '2025-01-01', 'S2', 20),
    ]);
    expect([compared.sameShelter, compared.others]).toEqual([['old', 'new'], ['other']]);
    expect(compared.steps[0]).toEqual({
      stepId: 'a',
      minutes: 30,
      sameShelterMedian: 43,
      sameShelterLast: 36,
      othersMedian: 20,
      changeSinceLast: -6,
    });
    expect(compared.steps[1]).toMatchObject({
      minutes: null,
      sameShelterMedian: null,
      changeSinceLast: null,
    });
  });
});

describe('findings', () => {
  const finding = (changes: Partial<Finding> = {}): Finding => ({
    id: 'f1',
    text: '受付に時間がかかった',
    owner: '福祉課',
    ownerName: null,
    dueDate: '2027-03-31',
    change: { kind: 'none' },
    doneDate: null,
    ...changes,
  });
  const codes = (changes: Partial<Finding>) =>
    findingProblems(finding(changes), PLAN).map(({ code }) => code);

  it('need a text, an owner, a date that is not over, and something to change', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ text: ' ', owner: null, dueDate: null })).toEqual([
      'finding.no-text',
      'finding.no-owner',
      'finding.no-due-date',
    ]);
    expect(codes({ dueDate: '2026-11-27' })).toEqual(['finding.due-before-drill']);
    expect(codes({ change: { kind: 'plans', residentIds: [] } })).toEqual([
      'finding.changes-nothing',
    ]);
    expect(codes({ change: { kind: 'template', stepId: 'x', plannedMinutes: 5 } })).toEqual([
      'finding.step-unknown',
    ]);
  });

  it('are open until they are done, and overdue from the day after they are due', () => {
    expect(findingState(finding(), '2027-03-31')).toBe('open');
    expect(findingState(finding(), '2027-04-01')).toBe('overdue');
    expect(findingState(finding({ doneDate: '2027-05-01' }), '2027-06-01')).toBe('done');
  });

  it('change the template into its next version, and nothing where they change nothing', () => {
    const change = (plannedMinutes: number) => [
      finding({ change: { kind: 'template', stepId: 'a', plannedMinutes } }),
    ];
    const changed = changedManual(PLAN.manual, change(18));
    expect([changed.templateVersion, changed.phases[0]!.steps[0]!.plannedMinutes]).toEqual([4, 18]);
    expect(PLAN.manual.phases[0]!.steps[0]!.plannedMinutes).toBe(10);
    expect(changedManual(PLAN.manual, change(10))).toBe(PLAN.manual);
  });

  it('send each plan to review once, with all findings that do', () => {
    const plans = (id: string, residentIds: string[]) =>
      finding({ id, change: { kind: 'plans', residentIds } });
    expect(
      plansToReview([plans('f1', ['r1', 'r1', 'r2']), finding(), plans('f2', ['r1'])]),
    ).toEqual([
      { residentId: 'r1', reason: 'drill-finding', findingIds: ['f1', 'f2'] },
      { residentId: 'r2', reason: 'drill-finding', findingIds: ['f1'] },
    ]);
  });
});
