import { lazy, Suspense, useEffect, useState } from 'react';
import { afterFirstDrawing } from '../state/first-drawing.ts';
import { useView } from '../state/use-view.ts';

const Notice = lazy(() => import('../features/guide/GuideNotice.tsx'));

/** Where the day begins; fetched after the first view is there. */
export function GuideHint() {
  const isStart = useView(({ place }) => place === 'start');
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => afterFirstDrawing(() => setDrawn(true)), []);
  return isStart && isDrawn ? (
    <Suspense fallback={null}>
      <Notice />
    </Suspense>
  ) : null;
}
