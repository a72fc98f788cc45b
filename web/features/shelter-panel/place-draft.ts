import { useSyncExternalStore } from 'react';
import type { Position } from '#domain/geo/position';

let current: Position | null = null;
const listeners = new Set<() => void>();

/** Where the officer pressed on the map while a shelter is being placed; null until then. */
export function usePlacedPosition(): Position | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function placePosition(position: Position | null): void {
  current = position;
  for (const listener of listeners) listener();
}
