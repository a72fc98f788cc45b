import { lazy, Suspense } from 'react';
import type { Selection } from '../../state/selection.ts';

const SearchBox = lazy(() =>
  import('./SearchBox.tsx').then((module) => ({ default: module.SearchBox })),
);

/** The search is fetched after the list: nobody types in the first moment. */
export function LazySearchBox(props: {
  readonly code: string;
  readonly onChoose: (selection: Selection) => void;
}) {
  return (
    <Suspense
      fallback={<div className="h-11 w-full max-w-md rounded-8 border border-line-strong" />}
    >
      <SearchBox {...props} />
    </Suspense>
  );
}
