import { useEffect } from 'react';

/** So that list and map are fetched before it. */
const WAIT_MS = 4000;

/**
 * Fetches a part of the client before anybody asks for it, once the first view is there: so it opens at
 * once, and also where the server has gone away meanwhile. `load` must stay the same function.
 */
export function useFetchedSoon(load: () => Promise<unknown>): void {
  useEffect(() => {
    // What cannot be fetched now is asked for again when it is wanted.
    const timer = setTimeout(() => void load().catch(() => {}), WAIT_MS);
    return () => clearTimeout(timer);
  }, [load]);
}
