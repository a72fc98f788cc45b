/** People of districts (rows) by parts (columns) of a whole, as counted: nobody outside of the office sees it. */
export interface TrueTable {
  /** Names of districts. */
  readonly rows: readonly string[];
  /** Ids of facts. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
}

/** What of a table is left out. What is not named in it is told, the sums of the city as well. */
export interface Hidden {
  /** Rows of which no part is told. */
  readonly rows: ReadonlySet<string>;
  /** Rows of which the sum is not told either. */
  readonly totals: ReadonlySet<string>;
  /** Columns of which the city's sum is not told. */
  readonly columns: ReadonlySet<string>;
  /** Nothing of the table is told but sums of rows. */
  readonly isWithheld: boolean;
  /** Nor is any sum of it. */
  readonly isSilent: boolean;
}

/** One table as it was or is to be told. */
export interface Told {
  readonly table: TrueTable;
  readonly hidden: Hidden;
}

export const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0);
export const totalsOf = ({ cells }: TrueTable): readonly number[] => cells.map(sumOf);
export const columnSumsOf = ({ cells, columns }: TrueTable): readonly number[] =>
  columns.map((_, column) => sumOf(cells.map((row) => row[column] ?? 0)));
