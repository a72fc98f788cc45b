import { lazy, Suspense, useEffect, useState } from 'react';
import { KEPT_DRAFTS } from '../features/plans/draft/kept-name.ts';
import { useView } from '../state/use-view.ts';

const Sender = lazy(() => import('../features/plans/draft/WaitingPlans.tsx'));

/**
 * Sends what was saved without a network, wherever the application is open. With all words of plans it is
 * fetched only where this browser keeps edits or plans are being looked at.
 */
export function WaitingEdits() {
  const [mayWait, setMayWait] = useState(false);
  const isAtPlans = useView(
    ({ place, selection }) => place === 'plans' || selection?.kind === 'plan',
  );
  useEffect(() => {
    hasKeptEdits().then((has) => has && setMayWait(true));
  }, []);
  // Once there it stays: what was begun among plans is sent from the place that is opened next.
  useEffect(() => {
    if (isAtPlans) setMayWait(true);
  }, [isAtPlans]);
  return mayWait ? (
    <Suspense fallback={null}>
      <Sender />
    </Suspense>
  ) : null;
}

/** True where the browser does not tell. */
async function hasKeptEdits(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === KEPT_DRAFTS);
  } catch {
    return true;
  }
}
