import { useSyncExternalStore } from 'react';

/** Raised each time that the button for printing is pressed. */
let count = 0;
const listeners = new Set<() => void>();

export function orderPrint(): void {
  count += 1;
  for (const listener of listeners) listener();
}

export function usePrintOrder(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => count,
  );
}
