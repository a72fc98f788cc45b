import { useSyncExternalStore } from 'react';

let current = '';
const listeners = new Set<() => void>();

/** Who sits at this screen, as they wrote it last; forgotten with the page, for it is a name. */
export function useEditorName(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function setEditorName(name: string): void {
  current = name;
  for (const listener of listeners) listener();
}
