import type { ResidentSort, SortKey } from '#contract/resident';

/**
 * The order after a column was pressed: that column alone, turned round where it was the order already.
 * With `isFurther` it joins the keys behind the others, or is turned round among them.
 */
export function sortedBy(
  sort: readonly SortKey[],
  key: ResidentSort,
  isFurther: boolean,
): readonly SortKey[] {
  const own = sort.find((one) => one.key === key);
  if (!isFurther) {
    const isTurned = sort.length === 1 && own !== undefined && !own.isDescending;
    return [{ key, isDescending: isTurned }];
  }
  if (own === undefined) return [...sort, { key, isDescending: false }];
  return sort.map((one) => (one === own ? { key, isDescending: !own.isDescending } : one));
}
