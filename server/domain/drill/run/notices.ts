import type { Bilingual } from '../../resident/labels.ts';
import { type DrillPlan, type DrillStep, stepsOf } from '../drill.ts';
import { groupBy } from '../group-by.ts';
import type { attendance } from './arrivals.ts';
import type { RunEvent } from './event.ts';
import type { TimedEvent } from './event-time.ts';
import { namesakes } from './merge.ts';
import { isOf, type StepState } from './step-state.ts';

/** Something of the merged events that people should know, in words. */
export interface RunNotice extends Bilingual {
  readonly code:
    | 'ticked-twice'
    | 'clock-corrected'
    | 'clock-uncertain'
    | 'sequence-twice'
    | 'step-open'
    | 'step-unknown'
    | 'role-missing'
    | 'done-before-start';
  readonly stepId: string | null;
  readonly deviceId: string | null;
}

/** A clock that is wrong by more is told; less is what clocks are. */
const CLOCK_TELLING_MILLIS = 2 * 60_000;
/** A device of an open step that said nothing for longer may have no battery left. */
const SILENT_MILLIS = 10 * 60_000;
const minutesOf = (millis: number) => Math.round(Math.abs(millis) / 60_000);

export function runNotices(
  plan: Pick<DrillPlan, 'manual'>,
  participants: ReturnType<typeof attendance>,
  events: readonly RunEvent[],
  timed: readonly TimedEvent[],
  steps: readonly StepState[],
  nowMillis: number,
): RunNotice[] {
  const all = stepsOf(plan.manual);
  const labels = new Map(all.map((step) => [step.id, step.label]));
  return [
    ...steps.flatMap((step) => stepNotices(step, labels.get(step.stepId)!, timed, nowMillis)),
    ...missingRoles(plan.manual, participants, steps),
    ...clockNotices(events),
    ...namesakes(events).map(([first]): RunNotice => {
      const { deviceId, sequence } = first!;
      return {
        code: 'sequence-twice',
        stepId: null,
        deviceId,
        ja: `端末 ${deviceId} の ${sequence} 番目の記録が二つあります。どちらも残しました`,
        en: `Device ${deviceId} has two records with the number ${sequence}; both were kept`,
      };
    }),
    ...unknownSteps(all, timed),
  ];
}

function stepNotices(
  { stepId, state, started, done, repeated }: StepState,
  { ja, en }: Bilingual,
  timed: readonly TimedEvent[],
  nowMillis: number,
): RunNotice[] {
  const notices: RunNotice[] = repeated.map(({ deviceId }) => ({
    code: 'ticked-twice',
    stepId,
    deviceId,
    ja: `「${ja}」は別の端末でも記録されました(端末 ${deviceId})。早い方を採り、こちらも残しています`,
    en: `“${en}” was ticked on another device too (${deviceId}); the first one stands, this one is kept`,
  }));
  if (started !== null && done !== null && done.atMillis < started.atMillis)
    notices.push({
      code: 'done-before-start',
      stepId,
      deviceId: done.deviceId,
      ja: `「${ja}」の完了が開始より前の時刻です。時刻を確かめてください`,
      en: `“${en}” was done before it began; look at the times`,
    });
  if (state === 'running' && started !== null) {
    const { deviceId } = started;
    const last = timed.findLast(({ event }) => event.deviceId === deviceId)!.atMillis;
    const silent = nowMillis - last;
    if (silent > SILENT_MILLIS)
      notices.push({
        code: 'step-open',
        stepId,
        deviceId,
        ja: `「${ja}」は始まったままです。端末 ${deviceId} からは ${minutesOf(silent)} 分間記録がありません(電池切れかもしれません)。別の端末で完了にできます`,
        en: `“${en}” is still open; device ${deviceId} has said nothing for ${minutesOf(silent)} min (its battery may be empty). It can be ticked as done on another device`,
      });
  }
  return notices;
}

/** Roles of which all were said not to be there, with the steps that wait for them. */
function missingRoles(
  { roles, phases }: DrillPlan['manual'],
  participants: ReturnType<typeof attendance>,
  steps: readonly StepState[],
): RunNotice[] {
  const open = new Set(steps.flatMap(({ stepId, state }) => (state === 'done' ? [] : [stepId])));
  return roles.flatMap(({ id, label }): RunNotice[] => {
    const own = participants.filter(({ roleId }) => roleId === id);
    if (own.length === 0 || own.some(({ isThere }) => isThere !== false)) return [];
    const waiting = stepsOf({ phases }).filter((step) => step.roleId === id && open.has(step.id));
    if (waiting.length === 0) return [];
    return [
      {
        code: 'role-missing',
        stepId: null,
        deviceId: null,
        ja: `「${label.ja}」の担当者が来ていません。待っている手順: ${waiting.map((step) => `「${step.label.ja}」`).join('、')}`,
        en: `Nobody in the role of “${label.en}” has come. Steps that wait: ${waiting.map((step) => `“${step.label.en}”`).join(', ')}`,
      },
    ];
  });
}

function clockNotices(events: readonly RunEvent[]): RunNotice[] {
  const byDevice = groupBy(events, ({ deviceId }) => deviceId);
  return [...byDevice].flatMap(([deviceId, own]): RunNotice[] => {
    const offsets = own.flatMap(({ offsetMillis }) => offsetMillis ?? []);
    if (offsets.length === 0)
      return [
        {
          code: 'clock-uncertain',
          stepId: null,
          deviceId,
          ja: `端末 ${deviceId} の時計は確かめられていません。この端末の時刻は不確かです`,
          en: `The clock of device ${deviceId} was never checked; its times are uncertain`,
        },
      ];
    const most = offsets.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    if (Math.abs(most) <= CLOCK_TELLING_MILLIS) return [];
    const isSlow = most > 0;
    return [
      {
        code: 'clock-corrected',
        stepId: null,
        deviceId,
        ja: `端末 ${deviceId} の時計は ${minutesOf(most)} 分${isSlow ? '遅れて' : '進んで'}いたため、時刻を補正しました`,
        en: `The clock of device ${deviceId} was ${minutesOf(most)} min ${isSlow ? 'slow' : 'fast'}; its times were corrected`,
      },
    ];
  });
}

function unknownSteps(steps: readonly DrillStep[], timed: readonly TimedEvent[]): RunNotice[] {
  const known = new Set(steps.map(({ id }) => id));
  return timed.flatMap((one): RunNotice[] => {
    if (!isOf(one, 'start') && !isOf(one, 'done')) return [];
    const { stepId } = one.event.body;
    if (known.has(stepId)) return [];
    return [
      {
        code: 'step-unknown',
        stepId,
        deviceId: one.event.deviceId,
        ja: `この訓練にない手順(${stepId})の記録があります。記録は残しました`,
        en: `There is a record of a step that this drill does not have (${stepId}); it was kept`,
      },
    ];
  });
}
