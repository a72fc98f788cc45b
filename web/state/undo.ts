import { useSyncExternalStore } from 'react';

/** Something that was done and can be taken back for a while. */
export interface Undoable {
  /** What was done, e.g. 「位置を直しました」. */
  readonly text: string;
  /** Takes it back. What goes wrong is thrown and shown by the bar. */
  readonly undo: () => Promise<void> | void;
}

/** Offers are numbered: two may say the same. */
type Offered = Undoable & { readonly number: number };

let current: Offered | null = null;
let offers = 0;
const listeners = new Set<() => void>();

/** Offers to take back what was just done; the offer before it lapses. */
export function offerUndo(undoable: Undoable): void {
  offers += 1;
  current = { ...undoable, number: offers };
  notify();
}

export function dropUndo(): void {
  current = null;
  notify();
}

export function useUndo(): Offered | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

function notify(): void {
  for (const listener of listeners) listener();
}
