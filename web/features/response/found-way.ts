import { useSyncExternalStore } from 'react';
import type { Position } from '#domain/geo/position';

/** The way that was last looked for, to be drawn on the map; kept nowhere else. */
interface FoundWay {
  readonly personId: string;
  readonly line: readonly Position[];
}

let found: FoundWay | null = null;
const listeners = new Set<() => void>();

export function showWay(way: FoundWay | null): void {
  found = way;
  for (const listener of listeners) listener();
}

export function useFoundWay(): FoundWay | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => found,
  );
}
