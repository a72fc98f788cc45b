import type { DrillContent } from '../content.ts';
import { type DrillManual, type DrillStep, stepsOf } from '../drill.ts';
import type { KeptTours } from './kept-tours.ts';

/** From when to when the joint tours bring people to the shelters, in whole minutes from the start of the drill. */
export interface TourSpan {
  /** When the first vehicle that is needed sets off. */
  readonly startMinute: number;
  /** When the last person is at a shelter. */
  readonly endMinute: number;
}

/** null where the tours carry nobody. */
export function tourSpanOf(
  { plan }: KeptTours,
  { vehicles }: Pick<DrillContent, 'vehicles'>,
): TourSpan | null {
  const used = plan.tours.filter(({ stops }) => stops.length > 0);
  if (plan.lastArrivalSeconds === null || used.length === 0) return null;
  const starts = used.map(({ vehicleId, stops }) => {
    const vehicle = vehicles.find(({ id }) => id === vehicleId);
    return vehicle?.fromMinute ?? stops[0]!.arrivalSeconds / 60;
  });
  const startMinute = Math.floor(Math.min(...starts));
  return { startMinute, endMinute: Math.ceil(plan.lastArrivalSeconds / 60) };
}

/** The model city's step (template/model-city), in manuals that were saved before steps said so themselves. */
const MODEL_PICK_UP = 'transfer';

/** The step that the tours are; null where the manual has none. */
export function pickUpStep(manual: Pick<DrillManual, 'phases'>): DrillStep | null {
  const steps = stepsOf(manual);
  return (
    steps.find(({ isPickUp }) => isPickUp === true) ??
    steps.find(({ id, isPickUp }) => id === MODEL_PICK_UP && isPickUp === undefined) ??
    null
  );
}

/** The manual with the pick-ups as long as the tours; the same where there are none. */
export function withTourMinutes<Manual extends Pick<DrillManual, 'phases'>>(
  manual: Manual,
  span: TourSpan | null,
): Manual {
  const pickUps = span === null ? null : pickUpStep(manual);
  if (span === null || pickUps === null) return manual;
  const plannedMinutes = span.endMinute - span.startMinute;
  return {
    ...manual,
    phases: manual.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) =>
        step.id === pickUps.id ? { ...step, plannedMinutes } : step,
      ),
    })),
  };
}
