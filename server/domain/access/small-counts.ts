/** Fewer people than this are not counted aloud: a figure would point at somebody. */
export const LEAST_COUNT = 5;

const isSmall = (count: number) => count > 0 && count < LEAST_COUNT;

/**
 * Cells of which the sum may be known as well: small ones are hidden (null), and one more where the hidden
 * ones together would still be few, as the sum would give them away. `isTold` says of a place what else
 * speaks against telling it.
 */
export function hideSmallCounts(
  counts: readonly number[],
  isTold: (place: number) => boolean = () => true,
): (number | null)[] {
  const hidden = new Set(
    counts.flatMap((count, place) => (isSmall(count) || !isTold(place) ? [place] : [])),
  );
  const sum = () => [...hidden].reduce((total, place) => total + (counts[place] ?? 0), 0);
  const rest = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count, place }) => count >= LEAST_COUNT && !hidden.has(place))
    .sort((a, b) => a.count - b.count);
  // One alone is the sum less the others.
  if (hidden.size === 1 || isSmall(sum())) {
    const next = rest.at(0);
    if (next !== undefined) hidden.add(next.place);
  }
  return counts.map((count, place) => (hidden.has(place) ? null : count));
}

/** A part of a whole that is known: hidden where it, or what is left of the whole, is small. */
export function hideSmallPart(part: number, whole: number): number | null {
  return isSmall(part) || isSmall(whole - part) ? null : part;
}
