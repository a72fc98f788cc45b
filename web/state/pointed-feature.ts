import { useSyncExternalStore } from 'react';

/** What the pointer or the keyboard rests on in the map. Never carries a person's name. */
export interface PointedFeature {
  readonly kind: 'resident' | 'shelter' | 'zone' | 'cluster';
  /** Null for a group of people. */
  readonly id: string | null;
  /** `[lng, lat]` where its tip is shown. */
  readonly position: readonly [number, number];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly by: 'pointer' | 'keyboard';
  /** Place among the features in view, where the keyboard steps through them. */
  readonly step: { readonly place: number; readonly total: number } | null;
}

let current: PointedFeature | null = null;
const listeners = new Set<() => void>();

export function usePointedFeature(): PointedFeature | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function pointedFeature(): PointedFeature | null {
  return current;
}

export function pointAt(feature: PointedFeature | null): void {
  if (feature === current) return;
  current = feature;
  for (const listener of listeners) listener();
}
