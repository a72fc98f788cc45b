import type { Position } from '#domain/geo/position';
import { createStore } from '../../../state/store.ts';

/** Where people who take part last said they are, while the run is looked at. */
export interface SeenPlace {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
}

export const seenPlaces = createStore<readonly SeenPlace[]>([]);
