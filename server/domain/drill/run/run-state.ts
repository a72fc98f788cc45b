import { type DrillPlan, stepsOf } from '../drill.ts';
import type { DrillInject } from '../scenario.ts';
import { attendance, type PersonState, personStates, unexpectedArrivals } from './arrivals.ts';
import type { RunEvent } from './event.ts';
import { firstOf, timeEvents } from './event-time.ts';
import { mergeEvents } from './merge.ts';
import { type RunNotice, runNotices } from './notices.ts';
import { isOf, type StepState, stepStates } from './step-state.ts';
import { type ShelterSupply, type SupplyState, supplyState } from './supply.ts';

/** How a drill stands, from its plan and all that was written down. Moments by the server's clock. */
export interface RunState {
  /** null: not begun. */
  readonly startedMillis: number | null;
  readonly endedMillis: number | null;
  readonly steps: readonly StepState[];
  readonly people: readonly PersonState[];
  readonly unexpected: ReturnType<typeof unexpectedArrivals>;
  readonly participants: ReturnType<typeof attendance>;
  readonly supplies: readonly SupplyState[];
  /** Injects whose minute has come, or that were told before it. */
  readonly injects: readonly (DrillInject & { readonly toldMillis: number | null })[];
  readonly notices: readonly RunNotice[];
}

/**
 * @param expectedMinutes by person, when they should arrive; who is not named has no time of their own
 * @param nowMillis milliseconds since 1970 by the server's clock
 */
export function runState(
  plan: DrillPlan,
  supplies: readonly ShelterSupply[],
  expectedMinutes: ReadonlyMap<string, number>,
  events: readonly RunEvent[],
  nowMillis: number,
): RunState {
  const merged = mergeEvents(events);
  const timed = timeEvents(merged);
  const startedMillis = firstOf(timed.filter((one) => isOf(one, 'drill-start')))?.atMillis ?? null;
  const endedMillis = firstOf(timed.filter((one) => isOf(one, 'drill-end')))?.atMillis ?? null;
  const expectedMillis = new Map(
    startedMillis === null
      ? []
      : [...expectedMinutes].map(([id, minute]) => [id, startedMillis + minute * 60_000] as const),
  );
  const steps = stepStates(stepsOf(plan.manual), timed);
  const people = personStates(plan.people, timed, expectedMillis, endedMillis ?? nowMillis);
  const participants = attendance(plan.participants, timed);
  const minute = startedMillis === null ? null : (nowMillis - startedMillis) / 60_000;
  const toldAt = (id: string) =>
    firstOf(timed.filter((one) => isOf(one, 'inject') && one.event.body.injectId === id))
      ?.atMillis ?? null;
  return {
    startedMillis,
    endedMillis,
    steps,
    people,
    unexpected: unexpectedArrivals(plan.people, timed),
    participants,
    supplies: supplies.map((supply) => supplyState(supply, plan.people, people)),
    injects: plan.scenario.injects
      .map((inject) => ({ ...inject, toldMillis: toldAt(inject.id) }))
      .filter(
        (inject) => inject.toldMillis !== null || (minute !== null && inject.minute <= minute),
      )
      .sort((a, b) => a.minute - b.minute),
    notices: runNotices(plan, participants, merged, timed, steps, endedMillis ?? nowMillis),
  };
}
