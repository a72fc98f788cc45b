import { useEffect, useState } from 'react';
import { afterFirstDrawing } from './first-drawing.ts';

/** For places where no map is drawn. */
const MOST_WAIT_MS = 5_000;

/** Whether the first view is there, so that what nobody waits for may be fetched. */
export function useFirstView(): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const note = () => setThere(true);
    const cancel = afterFirstDrawing(note);
    const timer = setTimeout(note, MOST_WAIT_MS);
    return () => {
      cancel();
      clearTimeout(timer);
    };
  }, []);
  return isThere;
}
