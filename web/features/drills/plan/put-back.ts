/** Rows with one that was taken out where it stood; what was written in others meanwhile stays. */
export function putBack<Row extends { readonly id: string }>(
  rows: readonly Row[],
  row: Row,
  at: number,
): readonly Row[] {
  return rows.some(({ id }) => id === row.id) ? rows : rows.toSpliced(at, 0, row);
}
