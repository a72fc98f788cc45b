import { createStore } from './store.ts';

/** What waits, while nobody is signed in any more, for somebody to sign in again. */
interface Ended {
  readonly again: Promise<void>;
  readonly resolve: () => void;
}

const ended = createStore<Ended | null>(null);
const returns = createStore(0);

/** The server said that nobody is signed in. Fulfilled when the same account is, never rejected. */
export function noteSessionEnded(): Promise<void> {
  const current = ended.get();
  if (current !== null) return current.again;
  let resolve = () => {};
  const again = new Promise<void>((done) => {
    resolve = done;
  });
  ended.set({ again, resolve });
  return again;
}

export function noteSignedInAgain(): void {
  const current = ended.get();
  if (current === null) return;
  ended.set(null);
  returns.set(returns.get() + 1);
  current.resolve();
}

export const hasSessionEnded = (): boolean => ended.get() !== null;

export function useSessionEnded(): boolean {
  return ended.use() !== null;
}

/** How often somebody signed in again on this page: what failed meanwhile is asked for once more. */
export const useReturns = returns.use;
