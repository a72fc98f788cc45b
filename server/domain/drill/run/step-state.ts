import type { DrillStep } from '../drill.ts';
import type { EventKind, EventOf } from './event.ts';
import { firstOf, type TimedEvent } from './event-time.ts';

export interface StepState {
  readonly stepId: string;
  readonly state: 'not-started' | 'running' | 'done';
  /** null: not begun, or nobody said when. */
  readonly started: Tick | null;
  readonly done: Tick | null;
  /** Ticks that do not stand, as somebody had ticked the same before; kept and told. */
  readonly repeated: readonly Tick[];
  readonly problems: readonly string[];
}

/** A tick on a step: when and by which device. */
export interface Tick {
  readonly atMillis: number;
  readonly isUncertain: boolean;
  readonly deviceId: string;
  readonly participantId: string | null;
}

export function stepStates(steps: readonly DrillStep[], timed: readonly TimedEvent[]): StepState[] {
  return steps.map(({ id }) => {
    const starts = timed.filter((one) => isOf(one, 'start') && one.event.body.stepId === id);
    const ends = timed.filter((one) => isOf(one, 'done') && one.event.body.stepId === id);
    const started = firstOf(starts);
    const done = firstOf(ends);
    return {
      stepId: id,
      state: done !== undefined ? 'done' : started !== undefined ? 'running' : 'not-started',
      started: started === undefined ? null : tickOf(started),
      done: done === undefined ? null : tickOf(done),
      repeated: [...starts, ...ends].filter((one) => one !== started && one !== done).map(tickOf),
      problems: timed.flatMap((one) =>
        isOf(one, 'problem') && one.event.body.stepId === id ? [one.event.body.text] : [],
      ),
    };
  });
}

export function isOf<Kind extends EventKind>(
  timed: TimedEvent,
  kind: Kind,
): timed is TimedEvent & { readonly event: EventOf<Kind> } {
  return timed.event.body.kind === kind;
}

function tickOf({ event, atMillis, basis }: TimedEvent): Tick {
  const { deviceId, participantId } = event;
  return { atMillis, isUncertain: basis === 'uncertain', deviceId, participantId };
}
