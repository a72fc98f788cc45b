import { useEffect } from 'react';
import { afterFirstDrawing } from './first-drawing.ts';

/** For places where no map is drawn. */
const MOST_WAIT_MS = 10_000;

/**
 * Fetches a part of the client before anybody asks for it, once the first view is there: so it opens at
 * once, and also where the server has gone away meanwhile. `load` must stay the same function.
 */
export function useFetchedSoon(load: () => Promise<unknown>): void {
  useEffect(() => {
    // What cannot be fetched now is asked for again when it is wanted.
    const fetchIt = () => void load().catch(() => {});
    const cancel = afterFirstDrawing(fetchIt);
    const timer = setTimeout(fetchIt, MOST_WAIT_MS);
    return () => {
      cancel();
      clearTimeout(timer);
    };
  }, [load]);
}
