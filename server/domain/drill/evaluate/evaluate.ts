import type { DrillManual, DrillPhase } from '../drill.ts';
import { stepsOf } from '../drill.ts';
import type { RunState } from '../run/run-state.ts';
import type { StepState } from '../run/step-state.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Bottleneck, findBottlenecks } from './bottlenecks.ts';

/** Planned against actual. Minutes from the start of the drill; null = not known, never 0. */
export interface DrillEvaluation {
  readonly steps: readonly StepResult[];
  readonly phases: readonly PhaseResult[];
  readonly plannedMinutes: number;
  /** To the last step that was done; null where none was, or the drill was never begun. */
  readonly actualMinutes: number | null;
  /** The costliest first. */
  readonly bottlenecks: readonly Bottleneck[];
}

export interface StepResult {
  readonly stepId: string;
  readonly state: StepState['state'];
  readonly plannedStart: number;
  readonly plannedMinutes: number | null;
  readonly actualStart: number | null;
  readonly actualEnd: number | null;
  readonly actualMinutes: number | null;
  /** How much longer it took than planned; less than 0: shorter. */
  readonly overMinutes: number | null;
  /** From when all that it waits for was done until it began. */
  readonly waitedMinutes: number | null;
  readonly slackMinutes: number;
  /** A time of it is of a clock that was never checked. */
  readonly isUncertain: boolean;
  readonly problems: readonly string[];
}

export interface PhaseResult {
  readonly phaseId: string;
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  readonly actualStart: number | null;
  /** null while a step of it is not done. */
  readonly actualEnd: number | null;
  readonly stepsDone: number;
  readonly stepCount: number;
}

export function evaluateDrill(
  manual: Pick<DrillManual, 'phases'>,
  timeline: Timeline,
  run: Pick<RunState, 'startedMillis' | 'steps'>,
): DrillEvaluation {
  const minuteOf = (millis: number | undefined) =>
    millis === undefined || run.startedMillis === null
      ? null
      : Math.round((millis - run.startedMillis) / 6000) / 10;
  const states = new Map(run.steps.map((state) => [state.stepId, state]));
  const ends = new Map(
    run.steps.map(({ stepId, done }) => [stepId, minuteOf(done?.atMillis)] as const),
  );
  const planned = new Map(timeline.steps.map((step) => [step.stepId, step]));
  const steps = stepsOf(manual).map(({ id, plannedMinutes, after }): StepResult => {
    const { state = 'not-started', started, done, problems = [] } = states.get(id) ?? {};
    const actualStart = minuteOf(started?.atMillis);
    const actualEnd = ends.get(id) ?? null;
    // An end before its beginning is told (run/notices.ts) and gives no length.
    const actualMinutes =
      actualStart === null || actualEnd === null || actualEnd < actualStart
        ? null
        : round(actualEnd - actualStart);
    const before = after.map((other) => ends.get(other) ?? null);
    const isKnown = actualStart !== null && before.every((end) => end !== null);
    return {
      stepId: id,
      state,
      plannedStart: planned.get(id)!.startMinute,
      plannedMinutes,
      actualStart,
      actualEnd,
      actualMinutes,
      overMinutes:
        actualMinutes === null || plannedMinutes === null
          ? null
          : round(actualMinutes - plannedMinutes),
      waitedMinutes: isKnown ? round(Math.max(0, actualStart - Math.max(0, ...before))) : null,
      slackMinutes: planned.get(id)!.slackMinutes,
      isUncertain: started?.isUncertain === true || done?.isUncertain === true,
      problems,
    };
  });
  const known = [...ends.values()].flatMap((end) => end ?? []);
  return {
    steps,
    phases: manual.phases.map((phase) => phaseResult(phase, timeline, steps)),
    plannedMinutes: timeline.endMinute,
    actualMinutes: known.length === 0 ? null : Math.max(...known),
    bottlenecks: findBottlenecks(steps),
  };
}

function phaseResult(
  { id, steps: own }: DrillPhase,
  { phases }: Timeline,
  steps: readonly StepResult[],
): PhaseResult {
  const ids = new Set(own.map((step) => step.id));
  const within = steps.filter(({ stepId }) => ids.has(stepId));
  const done = within.filter(({ state }) => state === 'done');
  const starts = within.flatMap(({ actualStart }) => actualStart ?? []);
  const ends = done.flatMap(({ actualEnd }) => actualEnd ?? []);
  const span = phases.find(({ phaseId }) => phaseId === id);
  return {
    phaseId: id,
    plannedStart: span?.startMinute ?? null,
    plannedEnd: span?.endMinute ?? null,
    actualStart: starts.length === 0 ? null : Math.min(...starts),
    actualEnd: ends.length > 0 && ends.length === within.length ? Math.max(...ends) : null,
    stepsDone: done.length,
    stepCount: within.length,
  };
}

/** To a tenth of a minute, as fractions do not add up. */
const round = (minutes: number) => Math.round(minutes * 10) / 10;
