import { FILTER_KEYS } from '../state/view-state.ts';
import type { ResidentListKey } from './queries.ts';

/** Query text of the residents' list. */
export function residentSearch(list: ResidentListKey, offset: number, limit: number): string {
  const query = new URLSearchParams();
  for (const key of FILTER_KEYS) {
    const values = list.filters[key];
    if (values !== undefined && values.length > 0) query.set(key, values.join(','));
  }
  query.set('sort', list.sort);
  query.set('order', list.order);
  query.set('offset', String(offset));
  query.set('limit', String(limit));
  return query.toString();
}
