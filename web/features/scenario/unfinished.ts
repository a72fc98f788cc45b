import { createStore } from '../../state/store.ts';
import { draftNow, redoStep, undoStep } from './draft.ts';

/** A line or area that is still being drawn on the map: the draft has nothing of it yet. */
interface Unfinished {
  readonly corners: number;
  /** Corners that were taken back and may be set again. */
  readonly takenBack: number;
  readonly finish: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export const unfinished = createStore<Unfinished | null>(null);

/** Fewer corners make no area, and no line. */
export const LEAST_CORNERS = { polygon: 3, linestring: 2 } as const;

/** How many corners the shape at hand lacks; 0 where nothing is begun. */
export function lackingCorners(): number {
  const corners = unfinished.get()?.corners ?? 0;
  const { mode } = draftNow();
  if (corners === 0 || (mode !== 'polygon' && mode !== 'linestring')) return 0;
  return Math.max(0, LEAST_CORNERS[mode] - corners);
}

/** Takes the last corner back while something is drawn, else the last step. */
export function takeBack(): void {
  const drawing = unfinished.get();
  if (drawing !== null && drawing.corners > 0) drawing.undo();
  else undoStep();
}

export function bringBack(): void {
  const drawing = unfinished.get();
  if (drawing !== null && drawing.takenBack > 0) drawing.redo();
  else redoStep();
}
