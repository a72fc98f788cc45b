import highsModule from 'highs';
import type { TrueTable } from '#domain/chart/suppress/table';
import type { ToldTable } from '#domain/chart/suppress/tell';

/** What is known of some unknowns: coefficients, and what they amount to. */
export interface Line {
  readonly terms: ReadonlyMap<number, number>;
  readonly amount: number;
}

/** Unknowns of one published table: each cell, each sum of a row, each sum of a column, in this order. */
export function linesOf(
  { cells, totals, sums, whole }: ToldTable,
  first = 0,
): {
  lines: Line[];
  count: number;
  cell(row: number, column: number): number;
  total(row: number): number;
} {
  const columns = sums.length;
  const cell = (row: number, column: number) => first + row * columns + column;
  const total = (row: number) => first + cells.length * columns + row;
  const sum = (column: number) => first + cells.length * (columns + 1) + column;
  const lines: Line[] = [];
  const add = (amount: number | null, ...terms: readonly (readonly [number, number])[]) => {
    if (amount !== null) lines.push({ terms: new Map(terms), amount });
  };
  const each = sums.map((_, column) => column);
  for (const [row, parts] of cells.entries()) {
    for (const [column, value] of parts.entries()) add(value, [cell(row, column), 1]);
    add(totals[row] ?? null, [total(row), 1]);
    add(0, ...each.map((column) => [cell(row, column), 1] as const), [total(row), -1]);
  }
  for (const column of each) {
    add(sums[column] ?? null, [sum(column), 1]);
    add(0, ...cells.map((_, row) => [cell(row, column), 1] as const), [sum(column), -1]);
  }
  add(whole, ...cells.map((_, row) => [total(row), 1] as const));
  add(whole, ...each.map((column) => [sum(column), 1] as const));
  return { lines, count: cells.length * (columns + 1) + columns, cell, total };
}

/** Which unknowns have one solution only: exact, by fractions, over every unknown and every line. */
export function solvedBy(lines: readonly Line[], count: number): ReadonlySet<number> {
  const rows = lines.map(({ terms }) =>
    Array.from({ length: count }, (_, at) => BigInt(terms.get(at) ?? 0)),
  );
  let top = 0;
  const pivots: number[] = [];
  for (let column = 0; column < count && top < rows.length; column += 1) {
    const found = rows.findIndex((row, at) => at >= top && row[column] !== 0n);
    if (found < 0) continue;
    const pivot = rows[found]!;
    rows[found] = rows[top]!;
    rows[top] = pivot;
    for (const [at, row] of rows.entries()) {
      const times = row[column]!;
      if (at === top || times === 0n) continue;
      const own = pivot[column]!;
      rows[at] = reduced(row.map((value, place) => value * own - times * pivot[place]!));
    }
    pivots.push(column);
    top += 1;
  }
  return new Set(pivots.filter((_, at) => rows[at]!.filter((value) => value !== 0n).length === 1));
}

function reduced(row: bigint[]): bigint[] {
  let divisor = 0n;
  for (const value of row) {
    let [a, b] = [divisor, value < 0n ? -value : value];
    while (b !== 0n) [a, b] = [b, a % b];
    divisor = a;
  }
  return divisor <= 1n ? row : row.map((value) => value / divisor);
}

/** Lines that say of figures that they have not changed from one table to the next, where that is so. */
export function unchanged(
  tables: readonly TrueTable[],
  placeOf: (table: number, row: number, column: number | null) => number,
): Line[] {
  const lines: Line[] = [];
  const valueAt = ({ cells }: TrueTable, row: number, column: number | null) =>
    column === null ? cells[row]!.reduce((sum, value) => sum + value, 0) : cells[row]![column]!;
  for (const [b, latter] of tables.entries())
    for (const [a, former] of tables
      .slice(Math.max(0, b - 1), b)
      .map((one) => [b - 1, one] as const))
      for (const row of former.rows.keys())
        for (const column of [null, ...former.columns.keys()])
          if (valueAt(former, row, column) === valueAt(latter, row, column))
            lines.push({
              terms: new Map([
                [placeOf(a, row, column), 1],
                [placeOf(b, row, column), -1],
              ]),
              amount: 0,
            });
  return lines;
}

const loadHighs = highsModule as unknown as typeof highsModule.default;
let loaded: ReturnType<typeof loadHighs> | undefined;

/** More people than there are: what nothing bounds comes to that. */
const ENDLESS = 1_000_000;

/** The greatest value that each unknown can have, none of them being below 0. */
export async function greatest(
  lines: readonly Line[],
  count: number,
  asked: readonly number[],
): Promise<number[]> {
  loaded ??= loadHighs();
  const highs = await loaded;
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []];
  for (const { terms } of lines) {
    for (const [at, value] of terms) {
      indices.push(at);
      values.push(value);
    }
    starts.push(indices.length);
  }
  const amounts = Float64Array.from(lines, ({ amount }) => amount);
  return asked.map((place) =>
    highs.withModel(
      {
        ...{ numCols: count, numRows: lines.length },
        colCost: Float64Array.from({ length: count }, (_, at) => (at === place ? -1 : 0)),
        colLower: new Float64Array(count),
        colUpper: new Float64Array(count).fill(ENDLESS),
        ...{ rowLower: amounts, rowUpper: amounts },
        matrix: {
          ...{ format: 'csr' as const, numRows: lines.length, numCols: count },
          starts: Int32Array.from(starts),
          indices: Int32Array.from(indices),
          values: Float64Array.from(values),
        },
      },
      (model) => {
        model.options.set({ output_flag: false });
        model.run();
        return Math.round(model.getSolution().colValue[place]!);
      },
    ),
  );
}
