import type { Position } from '#domain/geo/position';
import { createStore } from './store.ts';

/** Where somebody is about to place a person by hand; null position: to be chosen. */
interface MoveDraft {
  readonly residentId: string;
  readonly position: Position | null;
}

/** Said before the tool is taken in hand, e.g. by the queue that knows a likely place. */
export const moveDraft = createStore<MoveDraft | null>(null);
