import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrillEvents } from '#contract/drill-run';
import { planOf } from '#domain/drill/content';
import type { RunEvent, RunEventBody } from '#domain/drill/run/event';
import { runState } from '#domain/drill/run/run-state';
import { newDrill } from '../../web/features/drills/list/new-drill.ts';
import { photoProblem, toBlob, toKeep } from '../../web/features/drills/run/photo.ts';
import { allEvents, EMPTY_LOG, withReceived } from '../../web/features/drills/run/run-log.ts';
import {
  clockText,
  deviceText,
  lengthText,
  withShortDevices,
} from '../../web/features/drills/run/run-text.ts';
import { runSteps } from '../../web/features/drills/run/step-order.ts';

const START_MILLIS = Date.UTC(2026, 10, 29, 0, 30);
const MINUTE_MILLIS = 60_000;
const DEVICE = '0b1c2d3e-0000-4000-8000-000000000001';
const drill = newDrill('架空の訓練', new Date(START_MILLIS));

const event = (
  sequence: number,
  minute: number,
  body: RunEventBody,
  offsetMillis: number | null = 0,
): RunEvent => ({
  ...{ deviceId: DEVICE, sequence, participantId: null, body, offsetMillis },
  deviceMillis: START_MILLIS + minute * MINUTE_MILLIS,
});
const received = (cursor: number, one: RunEvent): DrillEvents['events'][number] =>
  ({ cursor, receivedAt: '2026-11-29T00:30:00.000Z', by: 'a1', event: one }) as never;
const answer = (...events: DrillEvents['events']): DrillEvents => ({
  ...{ events, hasMore: false, nowMillis: START_MILLIS },
  cursor: events.at(-1)?.cursor ?? 0,
});

describe('what is known of a drill that is run', () => {
  test('is the same however often and in whatever order it is told', () => {
    const all = Array.from({ length: 6 }, (_, at) =>
      received(at + 1, event(at + 1, at, { kind: 'note', stepId: null, text: String(at) })),
    );
    fc.assert(
      fc.property(fc.array(fc.subarray(all, { minLength: 1 })), (parts) => {
        const log = [...parts, all].reduce(
          (was, part) => withReceived(was, answer(...part)),
          EMPTY_LOG,
        );
        const cursors = log.received.map(({ cursor }) => cursor);
        expect(cursors.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
        expect(log.cursor).toBe(6);
      }),
    );
  });
  test('holds what this device has not sent, until the server tells of it with the right time', () => {
    const mine = event(1, 60, { kind: 'drill-start' }, null);
    expect(allEvents(EMPTY_LOG, [mine])).toEqual([mine]);
    const corrected = { ...mine, offsetMillis: -60 * MINUTE_MILLIS };
    const log = withReceived(EMPTY_LOG, answer(received(1, corrected)));
    expect(allEvents(log, [mine])).toEqual([corrected]);
  });
});

describe('the steps of the moment', () => {
  const stepsAt = (minute: number, ...bodies: RunEventBody[]) => {
    const events = bodies.map((body, at) => event(at + 1, at, body));
    const now = START_MILLIS + minute * MINUTE_MILLIS;
    const { steps } = runState(planOf('d', drill), [], new Map(), events, now);
    return runSteps(drill.manual, drill.scenario, steps, minute);
  };
  const idsOf = (steps: readonly { readonly step: { readonly id: string } }[]) =>
    steps.map(({ step }) => step.id);
  const done = (stepId: string): RunEventBody => ({ kind: 'done', stepId });

  test('are those that wait for nothing any more', () => {
    const first = stepsAt(1, { kind: 'drill-start' });
    expect(idsOf(first.ready)).toEqual(['packing']);
    expect(first.waiting.find(({ step }) => step.id === 'decision')?.waitsFor).toHaveLength(2);
    const later = stepsAt(9, { kind: 'drill-start' }, done('packing'), {
      kind: 'start',
      stepId: 'staff-check',
    });
    expect(idsOf(later.running)).toEqual(['staff-check']);
    expect(idsOf(later.ready)).toEqual(['building-check']);
    expect(idsOf(later.done)).toEqual(['packing']);
  });
  test('begin with their level and not before', () => {
    const levels = [{ minute: 20, level: 3 as const }];
    const { steps } = runState(planOf('d', drill), [], new Map(), [], START_MILLIS);
    const at = (minute: number) =>
      runSteps(drill.manual, { ...drill.scenario, levels }, steps, minute);
    expect(idsOf(at(19).ready)).toEqual([]);
    expect(at(19).waiting[0]?.waitsForLevel).toBe(3);
    expect(idsOf(at(20).ready)).toEqual(['packing']);
  });
  test('are each in one place', () => {
    const stepId = fc.constantFrom(
      ...drill.manual.phases.flatMap(({ steps }) => idsOf(steps.map((step) => ({ step })))),
    );
    const body = fc.oneof(
      stepId.map(done),
      stepId.map((id): RunEventBody => ({ kind: 'start', stepId: id })),
    );
    fc.assert(
      fc.property(fc.array(body, { maxLength: 12 }), (bodies) => {
        const { running, ready, waiting, done: ended } = stepsAt(30, ...bodies);
        const ids = idsOf([...running, ...ready, ...waiting, ...ended]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(drill.manual.phases.flatMap(({ steps }) => steps).length);
      }),
    );
  });
});

describe('photos', () => {
  test('of 40 MB, and what is no photo, are refused before they are read', () => {
    expect(photoProblem({ size: 40 * 2 ** 20, type: 'image/jpeg' })).toBe('too-large');
    expect(photoProblem({ size: 10, type: 'application/pdf' })).toBe('not-a-photo');
    expect(photoProblem({ size: 10 * 2 ** 20, type: 'image/png' })).toBeNull();
  });
  test('come back as they were kept', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256);
    const photo = toBlob(await toKeep(new Blob([bytes], { type: 'image/jpeg' })));
    expect(photo.type).toBe('image/jpeg');
    expect(Buffer.from(await photo.arrayBuffer()).equals(bytes)).toBe(true);
  });
});

test('lengths, moments and devices are said in short', () => {
  expect([0, 309_000, 3_909_000].map(lengthText)).toEqual(['0:00', '5:09', '1:05:09']);
  expect(clockText(new Date(2026, 10, 29, 9, 5).getTime())).toBe('09:05');
  expect(deviceText(DEVICE)).toBe('0B1C');
  expect(withShortDevices(`端末 ${DEVICE} の時計`)).toBe('端末 0B1C の時計');
});
