import { useSyncExternalStore } from 'react';

/** The server cannot be reached: since when, and how old what is shown may be. Null while it answers. */
export interface LostConnection {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Of the oldest kept answer on the screen; null where all of it came before the loss. */
  readonly oldestKeptAt: number | null;
}

let current: LostConnection | null = null;
const listeners = new Set<() => void>();

/** `keptAt`: when the answer was kept that is shown in place of a new one. */
export function noteLost(keptAt: number | null): void {
  const oldest = [current?.oldestKeptAt ?? null, keptAt].filter((time) => time !== null);
  const oldestKeptAt = oldest.length === 0 ? null : Math.min(...oldest);
  if (current !== null && current.oldestKeptAt === oldestKeptAt) return;
  current = { since: current?.since ?? Date.now(), oldestKeptAt };
  notify();
}

export function noteAnswered(): void {
  if (current === null) return;
  current = null;
  notify();
}

export function useLostConnection(): LostConnection | null {
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
