import { useSyncExternalStore } from 'react';
import type { Scenario, ScenarioDrawing } from '#contract/scenario';

export type Shape = ScenarioDrawing['shape'];
export type DrawMode = 'polygon' | 'linestring' | 'point' | 'select';

/** What is drawn, with the steps that led there. */
interface Drawn {
  readonly shape: Shape | null;
  readonly bufferMeters: number;
}

/** The hypothetical zone at hand, kept on the server or not. */
export interface Draft extends Drawn {
  /** null where it was never kept. */
  readonly id: string | null;
  readonly version: number;
  readonly name: string;
  readonly purpose: string;
  readonly author: string;
  readonly marginMeters: number;
  readonly past: readonly Drawn[];
  readonly future: readonly Drawn[];
  /** The last finished step: a vertex that is still being dragged is none. */
  readonly step: Drawn;
  readonly mode: DrawMode;
  /** As the server has it: another one means changes that are not kept. */
  readonly kept: string;
}

const NOTHING: Drawn = { shape: null, bufferMeters: 0 };
const DEFAULT_MARGIN_METERS = 10;
const MOST_STEPS = 100;

let current: Draft = emptyDraft(DEFAULT_MARGIN_METERS);
const listeners = new Set<() => void>();

/** One draft for the list, the map and the panel alike. */
export function useDraft(): Draft {
  return useSyncExternalStore(onDraft, () => current);
}

/** Tells of every change until the returned function is called. */
export function onDraft(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const draftNow = (): Draft => current;

function set(next: Draft): void {
  current = next;
  for (const listener of listeners) listener();
}

function emptyDraft(marginMeters: number): Draft {
  const draft: Draft = {
    ...NOTHING,
    ...{ id: null, version: 0, name: '', purpose: '', author: '', marginMeters },
    ...{ past: [], future: [], step: NOTHING, mode: 'polygon', kept: '' },
  };
  return { ...draft, kept: fingerprint(draft) };
}

export function beginDraft(marginMeters: number): void {
  set(emptyDraft(marginMeters));
}

export function openDraft(scenario: Scenario): void {
  const { id, version, name, purpose, author, marginMeters, drawing } = scenario;
  const step: Drawn = { shape: drawing.shape, bufferMeters: drawing.bufferMeters };
  const draft: Draft = {
    ...{ ...step, step, id, version, name, purpose, author, marginMeters },
    ...{ past: [], future: [], mode: 'select', kept: '' },
  };
  set({ ...draft, kept: fingerprint(draft) });
}

/** After it was kept: the same drawing and steps, now with its id and version. */
export function markKept({ id, version }: Pick<Scenario, 'id' | 'version'>): void {
  set({ ...current, id, version, kept: fingerprint(current) });
}

export function changeDraft(
  change: Partial<Pick<Draft, 'name' | 'purpose' | 'author' | 'marginMeters' | 'version'>>,
): void {
  set({ ...current, ...change });
}

export function chooseMode(mode: DrawMode): void {
  set({ ...current, mode });
}

/** Shows a drawing as it comes about; `finishStep` makes it a step that can be taken back. */
export function drawMeanwhile(drawn: Partial<Drawn>): void {
  set({ ...current, ...drawn });
}

export function finishStep(): void {
  const { shape, bufferMeters, step, past } = current;
  if (step.shape === shape && step.bufferMeters === bufferMeters) return;
  set({
    ...current,
    past: [...past, step].slice(-MOST_STEPS),
    future: [],
    step: { shape, bufferMeters },
  });
}

export function drawStep(drawn: Partial<Drawn>): void {
  drawMeanwhile(drawn);
  finishStep();
}

export function undoStep(): void {
  const { past, step, future } = current;
  const before = past.at(-1);
  if (before === undefined) return;
  set({
    ...current,
    ...before,
    step: before,
    past: past.slice(0, -1),
    future: [step, ...future],
  });
}

export function redoStep(): void {
  const [after, ...future] = current.future;
  if (after === undefined) return;
  set({ ...current, ...after, step: after, past: [...current.past, current.step], future });
}

export function isChanged(draft: Draft): boolean {
  return fingerprint(draft) !== draft.kept;
}

function fingerprint({ name, purpose, author, marginMeters, shape, bufferMeters }: Draft): string {
  return JSON.stringify([name, purpose, author, marginMeters, shape, bufferMeters]);
}
