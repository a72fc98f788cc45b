import { useSyncExternalStore } from 'react';

/** Below this width map and list do not fit side by side. */
const NARROW = matchMedia('(max-width: 1023px)');

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      NARROW.addEventListener('change', listener);
      return () => NARROW.removeEventListener('change', listener);
    },
    () => NARROW.matches,
  );
}
