import { useSyncExternalStore } from 'react';

/** Raised each time that the button for printing is pressed. */
let count = 0;
const listeners = new Set<() => void>();

export function orderPrint(): void {
  count += 1;
  for (const listener of listeners) listener();
}

const preparations = new Set<() => Promise<void>>();

/** Something to be done before anything is printed, e.g. a picture of the map. @returns takes it back */
export function beforePrinting(prepare: () => Promise<void>): () => void {
  preparations.add(prepare);
  return () => void preparations.delete(prepare);
}

/** Fulfilled when all is there; what fails is left out of the paper. */
export async function preparePrinting(): Promise<void> {
  await Promise.allSettled([...preparations].map((prepare) => prepare()));
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
