import { PAGE_SIZE, type ResidentListKey } from '../../api/queries.ts';
import { formatSort } from '../../state/view-state.ts';
import type { ResidentRows } from './use-resident-rows.ts';

/**
 * Where the selected person stands in the list. Ranks count from 1 over everyone, tier by tier: with
 * no filter but the tiers from the first on, the row follows from the rank. Otherwise only the rows
 * at hand are looked through; null where it is not among them.
 */
export function findSelectedIndex(
  rows: Pick<ResidentRows, 'rowAt' | 'total'>,
  list: ResidentListKey,
  selectedId: string | null,
  selectedRank: number | null,
): number | null {
  if (selectedId === null || rows.total === null) return null;
  if (isRankOrder(list) && selectedRank !== null && selectedRank <= rows.total)
    return selectedRank - 1;
  for (let index = 0; index < Math.min(rows.total, PAGE_SIZE); index++)
    if (rows.rowAt(index)?.id === selectedId) return index;
  return null;
}

function isRankOrder({ filters, sort }: ResidentListKey): boolean {
  if (formatSort(sort) !== 'rank') return false;
  const set = Object.entries(filters).filter(([, values]) => values.length > 0);
  if (set.length === 0) return true;
  const tiers = set.length === 1 && set[0]?.[0] === 'tier' ? [...(set[0]?.[1] ?? [])].sort() : null;
  return tiers?.every((tier, position) => tier === String(position + 1)) ?? false;
}
