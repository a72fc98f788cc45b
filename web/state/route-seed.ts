import { createStore } from './store.ts';

/** An end of a route that a panel asked for: a home is left, a shelter is gone to. */
export type RouteSeed = { readonly kind: 'resident' | 'shelter'; readonly id: string };

/** Taken by the place of routes when it opens; null where nothing waits. */
export const routeSeed = createStore<RouteSeed | null>(null);
