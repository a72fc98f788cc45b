import type { DrillManual, DrillPhase, DrillStep } from '#domain/drill/drill';

/** Steps of a manual as the table edits them. Each gives another manual and leaves the given one alone. */
const withPhases = (manual: DrillManual, edit: (phase: DrillPhase) => DrillPhase): DrillManual => ({
  ...manual,
  phases: manual.phases.map(edit),
});

export const changeStep = (
  manual: DrillManual,
  id: string,
  change: Partial<DrillStep>,
): DrillManual =>
  withPhases(manual, (phase) => ({
    ...phase,
    steps: phase.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
  }));

/** The step that is the pick-ups by the vehicles: one at most; null = none. */
export const markPickUp = (manual: DrillManual, id: string | null): DrillManual =>
  withPhases(manual, (phase) => ({
    ...phase,
    steps: phase.steps.map((step) => ({ ...step, isPickUp: step.id === id })),
  }));

/** At the end of a phase. */
export const addStep = (manual: DrillManual, phaseId: string, step: DrillStep): DrillManual =>
  withPhases(manual, (phase) =>
    phase.id === phaseId ? { ...phase, steps: [...phase.steps, step] } : phase,
  );

/** Whoever waited for it waits for what it waited for, so that the order of the others stays. */
export function removeStep(manual: DrillManual, id: string): DrillManual {
  const gone = manual.phases.flatMap(({ steps }) => steps).find((step) => step.id === id);
  if (gone === undefined) return manual;
  const others = (after: readonly string[]) =>
    after.includes(id)
      ? [...new Set([...after.filter((one) => one !== id), ...gone.after])]
      : after;
  return withPhases(manual, (phase) => ({
    ...phase,
    steps: phase.steps
      .filter((step) => step.id !== id)
      .map((step) => ({ ...step, after: others(step.after) })),
  }));
}

/** A removed step where it stood, with what waited for it; what was written in others meanwhile stays. */
export function restoreStep(manual: DrillManual, former: DrillManual, id: string): DrillManual {
  const before = new Map(
    former.phases.flatMap(({ steps }) => steps).map((step) => [step.id, step]),
  );
  return withPhases(manual, (phase) => {
    const steps = phase.steps.map((step) => {
      const after = before.get(step.id)?.after;
      return after?.includes(id) ? { ...step, after } : step;
    });
    const at = former.phases
      .find((one) => one.id === phase.id)
      ?.steps.findIndex((step) => step.id === id);
    if (at === undefined || at === -1 || steps.some((step) => step.id === id))
      return { ...phase, steps };
    return { ...phase, steps: steps.toSpliced(at, 0, before.get(id)!) };
  });
}

/** One place up or down; over the edge of its phase into the next one. */
export function moveStep(manual: DrillManual, id: string, by: -1 | 1): DrillManual {
  const phases = manual.phases.map(({ steps }) => [...steps]);
  const at = phases.findIndex((steps) => steps.some((step) => step.id === id));
  const own = phases[at];
  if (own === undefined) return manual;
  const index = own.findIndex((step) => step.id === id);
  const [step] = own.splice(index, 1);
  const to = index + by;
  if (to >= 0 && to <= own.length) own.splice(to, 0, step!);
  else {
    const next = phases[at + by];
    if (next === undefined) return manual;
    if (by === 1) next.unshift(step!);
    else next.push(step!);
  }
  return {
    ...manual,
    phases: manual.phases.map((phase, number) => ({ ...phase, steps: phases[number]! })),
  };
}

export const newStep = (id: string, roleId: string): DrillStep => ({
  ...{ id, label: { ja: '', en: '' }, roleId, plannedMinutes: null, after: [] },
  ...{ fromLevel: null, formId: null },
});
