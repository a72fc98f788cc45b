import { useSyncExternalStore } from 'react';
import { formatView, parseView, type ViewState } from './view-state.ts';

/** The address bar is the store: what is seen can be sent to a colleague and gone back from. */
let current = parseView(location.pathname, location.search);
/** Whether the address that was opened says where to look, and nobody has gone anywhere since. */
let isLookGiven = current.camera !== null;
const listeners = new Set<() => void>();

window.addEventListener('popstate', () => {
  // Going back brings the former place and selection; the map stays where it is looked at.
  const { camera } = current;
  current = { ...parseView(location.pathname, location.search), camera };
  notify();
});

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Part of the view. `select` returns a value that stays the same object while nothing changed. */
export function useView<T>(select: (view: ViewState) => T): T {
  return useSyncExternalStore(subscribe, () => select(current));
}

/** The view as it is now, for what happens outside of drawing. */
export function currentView(): ViewState {
  return current;
}

/**
 * Whether somebody came with an address that says where to look: what is found must not move the map then.
 * The address as it is now does not tell: the map writes into it as soon as it is drawn.
 */
export function isLookFromAddress(): boolean {
  return isLookGiven;
}

/**
 * Changes the view. `push` makes a step that the browser goes back from; `replace` does not (moving
 * the map, trying filters).
 */
export function changeView(change: Partial<ViewState>, step: 'push' | 'replace' = 'push'): void {
  const next = { ...current, ...change };
  const address = formatView(next);
  current = next;
  const isNew = address !== location.pathname + location.search;
  if (isNew && step === 'push') {
    isLookGiven = false;
    history.pushState(null, '', address);
  } else if (isNew) history.replaceState(null, '', address);
  notify();
}
