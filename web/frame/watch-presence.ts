import { focusManager, type QueryClient } from '@tanstack/react-query';
import { ownAccessQuery } from '../api/access.ts';

const MINUTE_MILLIS = 60_000;
/** So long without a key or a touch, and nobody is taken to sit here. */
const ABSENT_MILLIS = 5 * MINUTE_MILLIS;
/** Longer than a session lasts unused, unless the operator lets it last longer. */
const LOCKED_MILLIS = 36 * MINUTE_MILLIS;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * What the page asks by itself must not keep the session of somebody who has left alive: it asks nothing
 * more, and once the session is over it hides behind the sign-in. Back again, it learns at once.
 *
 * @returns stops watching
 */
export function watchPresence(queryClient: QueryClient): () => void {
  let absent: ReturnType<typeof setTimeout>;
  let locked: ReturnType<typeof setTimeout>;
  let isAbsent = false;
  const ask = () => void queryClient.refetchQueries({ queryKey: ownAccessQuery().queryKey });
  const note = () => {
    clearTimeout(absent);
    clearTimeout(locked);
    absent = setTimeout(() => {
      isAbsent = true;
      focusManager.setFocused(false);
    }, ABSENT_MILLIS);
    locked = setTimeout(ask, LOCKED_MILLIS);
    if (!isAbsent) return;
    isAbsent = false;
    focusManager.setFocused(undefined);
    ask();
  };
  note();
  for (const sign of SIGNS) addEventListener(sign, note, { capture: true, passive: true });
  return () => {
    clearTimeout(absent);
    clearTimeout(locked);
    for (const sign of SIGNS) removeEventListener(sign, note, { capture: true });
    focusManager.setFocused(undefined);
  };
}
