import { lazy, Suspense } from 'react';
import { useSessionEnded } from '../../state/session-end.ts';
import { useFetchedSoon } from '../../state/use-fetched-soon.ts';

const load = () => import('./SignInAgainDialog.tsx');
const SignInAgainDialog = lazy(load);

/**
 * Over the page when the session has ended: what stands in its forms stays, is hidden from whoever
 * passes by, and what was asked meanwhile is asked once more.
 */
export function SignInAgain() {
  const hasEnded = useSessionEnded();
  useFetchedSoon(load);
  return hasEnded ? (
    <Suspense fallback={<div className="fixed inset-0 z-40 bg-surface" />}>
      <SignInAgainDialog />
    </Suspense>
  ) : null;
}
