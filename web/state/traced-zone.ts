import { useSyncExternalStore } from 'react';

interface Trace {
  readonly subjectId: string;
  readonly zoneId: string;
}

let current: Trace | null = null;
const listeners = new Set<() => void>();

/**
 * The zone whose connector the map draws for a person or a shelter; null where none was chosen, then the
 * gravest is meant. It is forgotten with the selection.
 */
export function useTracedZone(subjectId: string | null): string | null {
  const trace = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  return trace !== null && trace.subjectId === subjectId ? trace.zoneId : null;
}

export function traceZone(subjectId: string, zoneId: string): void {
  current = { subjectId, zoneId };
  for (const listener of listeners) listener();
}
