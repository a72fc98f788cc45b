import { canDrawMap } from './can-draw-map.ts';

/** The map and its library, fetched once. */
export const loadMapView = () => import('./MapView.tsx');

/** Begins to fetch the map before anything asks for it; what cannot be fetched now is asked for again. */
export function fetchMapAhead(): void {
  if (canDrawMap()) loadMapView().catch(() => {});
}
