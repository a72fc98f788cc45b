import { FILTER_KEYS, formatSort } from '../state/view-state.ts';
import type { ResidentListKey } from './queries.ts';

/** Filters and order as the server reads them. */
export function filterSearch(list: ResidentListKey): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of FILTER_KEYS) {
    const values = list.filters[key];
    if (values !== undefined && values.length > 0) query.set(key, values.join(','));
  }
  query.set('sort', formatSort(list.sort));
  return query;
}

/** Query text of a page of the residents' list. */
export function residentSearch(list: ResidentListKey, offset: number, limit: number): string {
  const query = filterSearch(list);
  query.set('offset', String(offset));
  query.set('limit', String(limit));
  return query.toString();
}
