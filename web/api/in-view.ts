import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { inViewSchema } from '#contract/in-view';
import type { Bbox } from '#domain/geo/position';
import type { ResidentFilters } from '../state/view-state.ts';
import { requestJson } from './client.ts';
import { filterSearch } from './resident-search.ts';

/** Counts of what the map shows; the former ones stay to be seen until the new ones are there. */
export const inViewQuery = (code: string, filters: ResidentFilters, bounds: Bbox | null) => {
  const bbox = bounds?.map((degrees) => degrees.toFixed(5)).join(',') ?? '';
  return queryOptions({
    queryKey: [code, 'in-view', filters, bbox],
    queryFn: ({ signal }) => {
      const search = filterSearch({ filters, sort: [{ key: 'rank', isDescending: false }] });
      search.set('bbox', bbox);
      return requestJson(inViewSchema, `/municipalities/${code}/in-view?${search}`, { signal });
    },
    enabled: bounds !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
};
