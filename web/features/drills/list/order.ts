import type { DrillHead } from '#contract/drill';

/** Those to come, the next first; then those that are over or whose day has passed, the last first. */
export function inOrder(drills: readonly DrillHead[], today: string) {
  const isToCome = ({ date, state }: DrillHead) =>
    state === 'running' || (state === 'planned' && date >= today);
  const compare = (a: DrillHead, b: DrillHead) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;
  const isRunning = ({ state }: DrillHead) => (state === 'running' ? 0 : 1);
  return {
    next: drills.filter(isToCome).sort((a, b) => isRunning(a) - isRunning(b) || compare(a, b)),
    past: drills.filter((one) => !isToCome(one)).sort((a, b) => compare(b, a)),
  };
}
