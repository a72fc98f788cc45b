import type { DrillPerson, DrillPlan } from '#domain/drill/drill';
import type { RunEvent, RunEventBody } from '#domain/drill/run/event';
import { CALM, manual, step } from './drill-support.ts';

/** Noon of a day, by the server's clock. */
export const NOON = Date.UTC(2026, 10, 28, 3);
export const minute = (count: number) => NOON + count * 60_000;

/** An event of a device whose clock is right; `changes` say otherwise. */
export const event = (
  deviceId: string,
  sequence: number,
  atMinute: number,
  body: RunEventBody,
  changes: Partial<RunEvent> = {},
): RunEvent => ({
  deviceId,
  sequence,
  deviceMillis: minute(atMinute),
  offsetMillis: 0,
  participantId: null,
  body,
  ...changes,
});

export const standIn = (id: string, changes: Partial<DrillPerson> = {}): DrillPerson => ({
  id,
  kind: 'stand-in',
  residentId: null,
  consentDate: null,
  name: `模擬 ${id}`,
  shelterId: 'S1',
  needsWheelchairPlace: false,
  needsCareBed: true,
  companions: 0,
  devices: [],
  ...changes,
});

export const drill = (changes: Partial<DrillPlan> = {}): DrillPlan => ({
  id: 'd1',
  title: '開設訓練',
  shelterIds: ['S1'],
  date: '2026-11-28',
  scenario: CALM,
  manual: {
    templateId: 't',
    templateVersion: 1,
    forms: [],
    ...manual([step('a'), step('b', { after: ['a'] })]),
  },
  participants: [{ id: 'p1', name: '訓練 一郎', organisation: null, roleId: 'care' }],
  people: [standIn('x'), standIn('y')],
  ...changes,
});
