import { focusManager, type QueryClient } from '@tanstack/react-query';
import { ownAccessQuery } from '../api/access.ts';
import { hearOtherWindows, tellOtherWindows } from '../state/other-windows.ts';
import { hasSessionEnded, noteSessionEnded } from '../state/session-end.ts';

const MINUTE_MILLIS = 60_000;
/** So long without a key or a touch, and nobody is taken to sit here. */
const ABSENT_MILLIS = 5 * MINUTE_MILLIS;
const LOOK_MILLIS = 15_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * What the page asks by itself must not keep the session of somebody who has left alive: it asks nothing
 * more. Once the session is over for sure it hides behind the sign-in, without asking: a question would
 * prolong it. Back before that, it learns at once. Whoever sits at one window sits at all of them.
 *
 * @param idleMinutes how long a session lasts unused
 * @returns stops watching
 */
export function watchPresence(queryClient: QueryClient, idleMinutes: number): () => void {
  // A question that was asked just before the absence was noticed prolonged the session.
  const lockMillis = ABSENT_MILLIS + (idleMinutes + 1) * MINUTE_MILLIS;
  let seenAt = Date.now();
  let toldAt = 0;
  let isAbsent = false;
  const look = () => {
    const awayMillis = Date.now() - seenAt;
    if (awayMillis >= ABSENT_MILLIS && !isAbsent) {
      isAbsent = true;
      focusManager.setFocused(false);
    }
    if (awayMillis >= lockMillis) void noteSessionEnded();
  };
  const sit = () => {
    // A machine that slept looks only now.
    look();
    seenAt = Date.now();
    if (!isAbsent) return;
    isAbsent = false;
    focusManager.setFocused(undefined);
    // Where it cannot be reached the frame says so.
    if (!hasSessionEnded())
      void queryClient.fetchQuery({ ...ownAccessQuery(), staleTime: 0 }).catch(() => {});
  };
  const note = () => {
    sit();
    if (seenAt - toldAt < LOOK_MILLIS) return;
    toldAt = seenAt;
    tellOtherWindows({ kind: 'present' });
  };
  const looking = setInterval(look, LOOK_MILLIS);
  const stopHearing = hearOtherWindows(({ kind }) => {
    if (kind === 'present') sit();
  });
  for (const sign of SIGNS) addEventListener(sign, note, { capture: true, passive: true });
  return () => {
    clearInterval(looking);
    stopHearing();
    for (const sign of SIGNS) removeEventListener(sign, note, { capture: true });
    focusManager.setFocused(undefined);
  };
}
