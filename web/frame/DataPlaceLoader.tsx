import { lazy, Suspense } from 'react';
import { SkeletonLines } from '../ui/Skeleton.tsx';

const DataDesk = lazy(() =>
  import('./DataDesk.tsx').then((module) => ({ default: module.DataDesk })),
);

/** The data place is fetched when it is opened. */
export function DataPlaceLoader({ code }: { readonly code: string }) {
  return (
    <Suspense fallback={<SkeletonLines count={9} className="p-6" />}>
      <DataDesk code={code} />
    </Suspense>
  );
}
