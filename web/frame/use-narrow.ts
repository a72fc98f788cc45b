import { useSyncExternalStore } from 'react';

/** Below this width map and list do not fit side by side. */
const NARROW = matchMedia('(max-width: 1023px)');

/** Below this one the top bar has no room for everything. */
const PHONE = matchMedia('(max-width: 639px)');

export const useNarrow = () => useMatch(NARROW);
export const usePhone = () => useMatch(PHONE);

function useMatch(media: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => media.matches,
  );
}
