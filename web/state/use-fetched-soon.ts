import { useEffect } from 'react';
import { useFirstView } from './use-first-view.ts';

/**
 * Fetches a part of the client before anybody asks for it, once the first view is there: so it opens at
 * once, and also where the server has gone away meanwhile. `load` must stay the same function.
 */
export function useFetchedSoon(load: () => Promise<unknown>): void {
  const isTime = useFirstView();
  useEffect(() => {
    // What cannot be fetched now is asked for again when it is wanted.
    if (isTime) load().catch(() => {});
  }, [isTime, load]);
}
