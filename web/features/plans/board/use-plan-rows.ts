import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type BoardFilters, PLAN_PAGE_SIZE, planBoardQuery } from '../../../api/plans.ts';

/** The list as if all of it were here; pages are fetched as they come into sight. */
export function usePlanRows(code: string, filters: BoardFilters) {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const first = useQuery(planBoardQuery(code, filters, 0));
  const pages: number[] = [];
  for (let page = Math.max(1, seen.first); page <= seen.last; page += 1) pages.push(page);
  const later = useQueries({ queries: pages.map((page) => planBoardQuery(code, filters, page)) });
  const see = useCallback((firstIndex: number, lastIndex: number) => {
    const next = {
      first: Math.floor(firstIndex / PLAN_PAGE_SIZE),
      last: Math.floor(lastIndex / PLAN_PAGE_SIZE),
    };
    setSeen((was) => (was.first === next.first && was.last === next.last ? was : next));
  }, []);
  return {
    total: first.data?.total ?? 0,
    isOutdated: first.isPlaceholderData,
    see,
    rowAt: (index: number) => {
      const page = Math.floor(index / PLAN_PAGE_SIZE);
      const data = page === 0 ? first.data : later[pages.indexOf(page)]?.data;
      return data?.rows[index % PLAN_PAGE_SIZE];
    },
  };
}
