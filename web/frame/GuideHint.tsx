import { lazy, Suspense } from 'react';
import { useFirstView } from '../state/use-first-view.ts';
import { useView } from '../state/use-view.ts';

const Notice = lazy(() => import('../features/guide/GuideNotice.tsx'));

/** Where the day begins; fetched after the first view is there. */
export function GuideHint() {
  const isStart = useView(({ place }) => place === 'start');
  const isTime = useFirstView();
  return isStart && isTime ? (
    <Suspense fallback={null}>
      <Notice />
    </Suspense>
  ) : null;
}
