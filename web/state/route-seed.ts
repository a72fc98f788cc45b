import { createStore } from './store.ts';

/** An end of a route that a panel asked for: a home is left, a shelter is gone to. */
export interface RouteSeed {
  readonly kind: 'resident' | 'shelter';
  readonly id: string;
  /** What is to be looked at where it is not the route alone. */
  readonly task?: 'chain';
}

/** Taken by the place of routes when it opens; null where nothing waits. */
export const routeSeed = createStore<RouteSeed | null>(null);
