import { columnSumsOf, sumOf, type Told, totalsOf } from './table.ts';

/** A table as it is published; null = left out. */
export interface ToldTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly totals: readonly (number | null)[];
  readonly sums: readonly (number | null)[];
  readonly whole: number | null;
}

export function tellTable({ table, hidden }: Told): ToldTable {
  const totals = totalsOf(table);
  const isTold = (row: string) => !(hidden.isSilent || hidden.totals.has(row));
  const hasParts = (row: string) => isTold(row) && !hidden.isWithheld && !hidden.rows.has(row);
  const hasSums = !(hidden.isSilent || hidden.isWithheld);
  return {
    cells: table.rows.map((row, place) =>
      table.columns.map((_, at) => (hasParts(row) ? (table.cells[place]?.[at] ?? 0) : null)),
    ),
    totals: table.rows.map((row, place) => (isTold(row) ? (totals[place] ?? 0) : null)),
    sums: columnSumsOf(table).map((sum, at) =>
      hasSums && !hidden.columns.has(table.columns[at] ?? '') ? sum : null,
    ),
    whole: hidden.isSilent ? null : sumOf(totals),
  };
}
