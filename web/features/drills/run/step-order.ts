import { type DrillManual, type DrillStep, stepsOf } from '#domain/drill/drill';
import type { StepState } from '#domain/drill/run/step-state';
import { type DrillScenario, minuteOfLevel } from '#domain/drill/scenario';

export interface RunStep {
  readonly step: DrillStep;
  readonly phase: DrillManual['phases'][number];
  readonly state: StepState;
  /** Steps that have to be done first, and are not. */
  readonly waitsFor: readonly DrillStep[];
  /** The level that it begins with, where that is not in force yet. */
  readonly waitsForLevel: number | null;
}

/** What is to be done now, what waits for what, and what is done. */
export interface RunSteps {
  /** Begun, in the order in which they were begun. */
  readonly running: readonly RunStep[];
  /** Nothing keeps it from being begun. */
  readonly ready: readonly RunStep[];
  readonly waiting: readonly RunStep[];
  readonly done: readonly RunStep[];
}

/** @param minute from the start; null before it */
export function runSteps(
  manual: Pick<DrillManual, 'phases'>,
  scenario: DrillScenario,
  states: readonly StepState[],
  minute: number | null,
): RunSteps {
  const byId = new Map(states.map((state) => [state.stepId, state]));
  const steps = new Map(stepsOf(manual).map((step) => [step.id, step]));
  const all = manual.phases.flatMap((phase) =>
    phase.steps.flatMap((step): RunStep[] => {
      const state = byId.get(step.id);
      if (state === undefined) return [];
      const waitsFor = step.after.flatMap((id) => {
        const other = steps.get(id);
        return other === undefined || byId.get(id)?.state === 'done' ? [] : [other];
      });
      return [{ step, phase, state, waitsFor, waitsForLevel: levelOf(step, scenario, minute) }];
    }),
  );
  const begun = ({ state }: RunStep) => state.started?.atMillis ?? 0;
  const open = all.filter(({ state }) => state.state === 'not-started');
  const isReady = (one: RunStep) => one.waitsFor.length === 0 && one.waitsForLevel === null;
  return {
    running: all
      .filter(({ state }) => state.state === 'running')
      .sort((a, b) => begun(a) - begun(b)),
    ready: open.filter(isReady),
    waiting: open.filter((one) => !isReady(one)),
    done: all.filter(({ state }) => state.state === 'done'),
  };
}

function levelOf(step: DrillStep, scenario: DrillScenario, minute: number | null): number | null {
  if (step.fromLevel === null) return null;
  const from = minuteOfLevel(scenario, step.fromLevel);
  return from !== null && from <= (minute ?? 0) ? null : step.fromLevel;
}
