import type { Position } from '#domain/geo/position';
import { createStore } from '../../state/store.ts';

/** Where along the chosen route the pointer or the keyboard is, in metres; chart and map show the same place. */
export const routeCursor = createStore<number | null>(null);

/** A stretch that a list points at; one position is a place. */
export const shownLine = createStore<readonly Position[] | null>(null);

/** Which place of the plan the next press on the map sets. */
export type PlaceSlot = 'from' | 'to' | number;
export const slotToPick = createStore<PlaceSlot>('from');

/** Whether the roads themselves are drawn. */
export const roadsAreShown = createStore(true);

/** Whether the last place came from the map: then the map is looked at already. */
export const placedByHand = createStore(false);

/** The map as a picture, made when printing is ordered. */
export const printedMap = createStore<string | null>(null);
