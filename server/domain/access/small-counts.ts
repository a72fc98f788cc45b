/** Fewer people than this are not counted aloud: a figure would point at somebody. */
export const LEAST_COUNT = 5;

const isSmall = (count: number) => count > 0 && count < LEAST_COUNT;

/**
 * Cells of which the sum may be known as well: small ones are hidden (null), and one more where the hidden
 * ones together would still be few, as the sum would give them away.
 */
export function hideSmallCounts(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, place) => (isSmall(count) ? [place] : [])));
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

/**
 * Rows of a table that are hidden as a whole, where the sum of each row and of each column is known: those
 * with a small cell, those that `isHidden` names, and more, the smallest first, until all of them together
 * have no small cell either. Of what is hidden then only such sums can be reckoned (Fréchet's bounds of a
 * cell meet where its row or its column holds nothing, or all). The sums of the columns must not be small.
 */
export function hideSmallRows(
  table: readonly (readonly number[])[],
  isHidden: (row: number) => boolean,
): ReadonlySet<number> {
  const sum = (cells: readonly number[]) => cells.reduce((total, count) => total + count, 0);
  const hidden = new Set(
    table.flatMap((cells, row) => (cells.some(isSmall) || isHidden(row) ? [row] : [])),
  );
  const others = table
    .map((cells, row) => ({ row, size: sum(cells) }))
    .filter(({ row, size }) => size > 0 && !hidden.has(row))
    .sort((a, b) => a.size - b.size);
  const isGivenAway = () =>
    (table[0] ?? []).some((_, column) =>
      isSmall(sum([...hidden].map((row) => table[row]?.[column] ?? 0))),
    );
  for (const { row } of others) {
    if (!isGivenAway()) break;
    hidden.add(row);
  }
  return hidden;
}
