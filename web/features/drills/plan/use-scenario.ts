import type { DrillScenario } from '#domain/drill/scenario';
import { useDrillEditing } from './use-drill-draft.ts';

/** The scenario that is written, and a change of it. */
export function useScenario() {
  const { content, change, mayWrite, code } = useDrillEditing();
  const update = (next: (was: DrillScenario) => Partial<DrillScenario>, field?: string) =>
    change((was) => ({ ...was, scenario: { ...was.scenario, ...next(was.scenario) } }), field);
  const set = (next: Partial<DrillScenario>, field?: string) => update(() => next, field);
  return { scenario: content.scenario, manual: content.manual, update, set, mayWrite, code };
}
