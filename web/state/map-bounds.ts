import { useSyncExternalStore } from 'react';
import type { Bbox } from '#domain/geo/position';

let current: Bbox | null = null;
const listeners = new Set<() => void>();

/** The part of the world that the map shows once it rests; null before there is a map. */
export function useMapBounds(): Bbox | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function setMapBounds(bounds: Bbox): void {
  current = bounds;
  for (const listener of listeners) listener();
}
