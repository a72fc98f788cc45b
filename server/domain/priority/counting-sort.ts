type Column = Uint8Array | Int32Array;

/**
 * Rows ordered by a column of whole numbers that lie close together (time and memory grow with their
 * range); rows of equal numbers keep the order they have in `rows`.
 */
export function sortByColumn(
  rows: Uint32Array,
  column: Column,
  direction: 'up' | 'down',
): Uint32Array {
  if (rows.length === 0) return rows;
  let least = column[0] ?? 0;
  let greatest = least;
  for (let row = 1; row < column.length; row++) {
    const value = column[row] ?? 0;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const [sign, offset] = direction === 'up' ? [1, -least] : [-1, greatest];
  // First how many there are of each number, then where those of each number begin.
  const next = new Uint32Array(greatest - least + 2);
  for (let row = 0; row < column.length; row++) {
    const bucket = sign * (column[row] ?? 0) + offset + 1;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < next.length; bucket++)
    next[bucket] = (next[bucket] ?? 0) + (next[bucket - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const bucket = sign * (column[row] ?? 0) + offset;
    const place = next[bucket] ?? 0;
    next[bucket] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}
