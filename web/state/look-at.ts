import { useSyncExternalStore } from 'react';
import type { Bbox, Position } from '#domain/geo/position';

interface Wish {
  readonly key: string;
  readonly target: Position | Bbox;
}

let current: Wish | null = null;
let count = 0;
const listeners = new Set<() => void>();

/** Asks the map to bring a place into sight, once; each time it is asked for anew. */
export function askToLookAt(target: Position | Bbox): void {
  count += 1;
  current = { key: `wish ${count}`, target };
  for (const listener of listeners) listener();
}

/** What the map was last asked for. */
export function useLookAtWish(): Wish | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
