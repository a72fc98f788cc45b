import { lazy, Suspense } from 'react';

const SearchBox = lazy(() =>
  import('./SearchBox.tsx').then((module) => ({ default: module.SearchBox })),
);

/** The search is fetched after the list: nobody types in the first moment. */
export function LazySearchBox({ code }: { readonly code: string }) {
  return (
    <Suspense
      fallback={<div className="h-11 w-full max-w-md rounded-8 border border-line-strong" />}
    >
      <SearchBox code={code} />
    </Suspense>
  );
}
