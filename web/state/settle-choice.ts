import { createStore } from './store.ts';

/** In the queue of open positions: whose candidates are looked at, by what words, and which is chosen. */
interface SettleChoice {
  readonly residentId: string;
  /** null: by the address of the roster. Never in the address bar. */
  readonly text: string | null;
  readonly index: number;
}

const store = createStore<SettleChoice | null>(null);
export const setSettleChoice = store.set;

/** The choice for a person; the first candidate of the roster's address at the beginning. */
export function useSettleChoice(residentId: string): SettleChoice {
  const current = store.use();
  return current?.residentId === residentId ? current : { residentId, text: null, index: 0 };
}
