import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ResidentPage, ResidentRow } from '#contract/resident';
import { PAGE_SIZE, type ResidentListKey, residentPageQuery } from '../../api/queries.ts';

export interface ResidentRows {
  readonly total: number | null;
  readonly counts: ResidentPage['counts'] | null;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => ResidentRow | undefined;
  /** Says which rows are seen, so that their pages are fetched. */
  readonly see: (firstIndex: number, lastIndex: number) => void;
  readonly error: Error | null;
  readonly retry: () => void;
  /** True while the rows are those of the former filters. */
  readonly isOutdated: boolean;
}

/** A page is asked for before its first row is in sight, so that whoever scrolls finds it there. */
const ROWS_AHEAD = PAGE_SIZE / 2;

/** The list as if all of it were here; pages are fetched as they come into sight. */
export function useResidentRows(code: string, list: ResidentListKey): ResidentRows {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const first = useQuery(residentPageQuery(code, list, 0));
  const pageNumbers: number[] = [];
  for (let page = Math.max(1, seen.first); page <= seen.last; page++) pageNumbers.push(page);
  const later = useQueries({
    queries: pageNumbers.map((page) => residentPageQuery(code, list, page)),
  });
  const see = useCallback((firstIndex: number, lastIndex: number) => {
    const next = {
      first: Math.floor(Math.max(0, firstIndex - ROWS_AHEAD) / PAGE_SIZE),
      last: Math.floor(Math.max(0, lastIndex + ROWS_AHEAD) / PAGE_SIZE),
    };
    setSeen((was) => (was.first === next.first && was.last === next.last ? was : next));
  }, []);
  const failed = [first, ...later].find(({ isError, data }) => isError && data === undefined);
  return {
    total: first.data?.total ?? null,
    counts: first.data?.counts ?? null,
    rowAt: (index) => {
      const page = Math.floor(index / PAGE_SIZE);
      const data = page === 0 ? first.data : later[pageNumbers.indexOf(page)]?.data;
      return data?.rows[index % PAGE_SIZE];
    },
    see,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    isOutdated: first.isPlaceholderData,
  };
}
