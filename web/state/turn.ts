import type { Problem } from '#contract/common';
import { createStore } from './store.ts';

/** So much was asked that the server answers again in a while: it says so itself, and how long. */
export const TOO_MANY = 'request.too-many';

const waiting = createStore<Problem['messages'] | null>(null);
const turns = createStore(0);
let turn: Promise<void> | null = null;

/** Fulfilled when it may be asked again; those that come meanwhile wait with it. */
export function waitForTurn({ seconds = 60, messages }: Problem): Promise<void> {
  turn ??= new Promise((resolve) => {
    waiting.set(messages);
    setTimeout(() => {
      turn = null;
      waiting.set(null);
      turns.set(turns.get() + 1);
      resolve();
    }, seconds * 1000);
  });
  return turn;
}

/** What the server says of it; null where nothing waits. */
export const useWaiting = waiting.use;
/** How often a wait has ended on this page: what the map was refused is asked for once more. */
export const useTurns = turns.use;
