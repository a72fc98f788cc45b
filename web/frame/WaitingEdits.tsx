import { lazy, Suspense, useEffect, useState } from 'react';
import { afterFirstDrawing } from '../state/first-drawing.ts';

const Sender = lazy(() => import('../features/plans/draft/WaitingPlans.tsx'));

/** Sends what was saved without a network, wherever the application is open; fetched after the first view. */
export function WaitingEdits() {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => afterFirstDrawing(() => setDrawn(true)), []);
  return isDrawn ? (
    <Suspense fallback={null}>
      <Sender />
    </Suspense>
  ) : null;
}
