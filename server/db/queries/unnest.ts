/**
 * Rows as one parameter a column, for `INSERT … SELECT … FROM unnest($1::text[], …)`: the way to write
 * many rows that both databases take (COPY breaks the embedded one's protocol).
 */
export function columnsOf<Row extends object>(
  rows: readonly Row[],
  names: readonly (keyof Row)[],
): unknown[][] {
  return names.map((name) => rows.map((row) => row[name] ?? null));
}

/** Most rows of one statement. */
export const BATCH_SIZE = 500;

/** PostgreSQL's text holds no NUL; a file that has one shows where it stood. */
export function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}

export function* inBatches<T>(values: readonly T[], size: number): Generator<readonly T[]> {
  for (let first = 0; first < values.length; first += size) yield values.slice(first, first + size);
}
