import { LEAST_COUNT } from '../../access/small-counts.ts';
import { greatestValues } from './bounds.ts';
import { type Equation, reduce, withDifferences } from './linear.ts';
import { columnSumsOf, sumOf, type Told, totalsOf } from './table.ts';

/** A small figure that can be reckoned, or known to be small, from what is told. */
export interface Leak {
  /** Place in the list of what is told. */
  readonly told: number;
  /** Name of the district. */
  readonly row: string;
  /** Whether the sum of the district and nothing else gives it away. */
  readonly isByTotal: boolean;
}

const isSmall = (value: number) => value > 0 && value < LEAST_COUNT;

/** What somebody reckons with: unknowns by name, with their true values, and equations among them. */
interface System {
  readonly equations: Equation[];
  /** Equations of which no unknown has a negative coefficient: what is left of them is a bound. */
  readonly bounds: Equation[];
  /** Those among them that say of a district that its parts make up its sum. */
  readonly ofRows: Set<Equation>;
  readonly values: Map<string, number>;
}

/** Names of the figures of one release: a figure keeps its name for as long as it stays what it is. */
export interface Names {
  total(row: number): string;
  cell(row: number, column: number): string;
}
const TOTAL = '';

function namesOf(all: readonly Told[]): readonly Names[] {
  const latest = new Map<string, { readonly value: number; readonly since: number }>();
  return all.map(({ table }, release) => {
    const name = (row: string, column: string, value: number) => {
      const key = `${row}\n${column}`;
      const former = latest.get(key);
      const since = former?.value === value ? former.since : release;
      latest.set(key, { value, since });
      return `${key}\n${since}`;
    };
    const totals = totalsOf(table).map((total, row) => name(table.rows[row] ?? '', TOTAL, total));
    const cells = table.cells.map((parts, row) =>
      parts.map((value, at) => name(table.rows[row] ?? '', table.columns[at] ?? '', value)),
    );
    return {
      total: (row) => totals[row] ?? '',
      cell: (row, column) => cells[row]?.[column] ?? '',
    };
  });
}

/**
 * The strongest reader: knows every release and, of every figure that has not changed between two of them,
 * that it has not. An unknown is therefore one and the same in all releases in which it stays what it is, and it
 * is no unknown where one of them tells it.
 */
export function knownOf(all: readonly Told[], names: readonly Names[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const [release, { table, hidden }] of all.entries()) {
    if (hidden.isSilent) continue;
    const { total, cell } = names[release]!;
    for (const [place, row] of table.rows.entries()) {
      if (!hidden.totals.has(row)) known.add(total(place));
      if (hidden.isWithheld || hidden.rows.has(row)) continue;
      for (const at of table.columns.keys()) known.add(cell(place, at));
    }
  }
  return known;
}

export function systemOf(
  { table, hidden }: Told,
  known: ReadonlySet<string>,
  names: Names,
  id: number,
): System {
  const system: System = {
    ...{ equations: [], bounds: [] },
    ...{ ofRows: new Set(), values: new Map() },
  };
  const unknown = (terms: readonly (readonly [string, number, number])[]): Equation =>
    new Map(
      terms.flatMap(([name, coefficient, value]) => {
        if (known.has(name)) return [];
        system.values.set(name, value);
        return [[name, coefficient] as const];
      }),
    );
  const add = (equation: Equation) => {
    if (equation.size === 0) return;
    system.equations.push(equation);
    if ([...equation.values()].every((coefficient) => coefficient > 0))
      system.bounds.push(equation);
  };
  const totals = totalsOf(table);
  const sums = columnSumsOf(table);
  const cell = (row: number, column: number) => {
    const value = table.cells[row]?.[column] ?? 0;
    return [names.cell(row, column), 1, value] as const;
  };
  for (const place of table.rows.keys()) {
    const total = totals[place] ?? 0;
    const parts = unknown([
      ...table.columns.map((_, column) => cell(place, column)),
      [names.total(place), -1, total],
    ]);
    system.ofRows.add(parts);
    add(parts);
  }
  if (hidden.isSilent) return system;
  // Sums of columns belong to one release each: unlike a figure of a district they are not carried over.
  const sumName = (column: string) => `${id}\n${column}`;
  const hiddenSums = table.columns.flatMap((column, at) =>
    hidden.columns.has(column) ? [[sumName(column), 1, sums[at] ?? 0] as const] : [],
  );
  if (!hidden.isWithheld) {
    for (const [at, column] of table.columns.entries()) {
      const cells = table.rows.map((_, row) => cell(row, at));
      const sum = hidden.columns.has(column) ? [[sumName(column), -1, sums[at] ?? 0] as const] : [];
      add(unknown([...cells, ...sum]));
    }
    if (hiddenSums.length > 0) {
      add(unknown(hiddenSums));
      add(
        unknown(
          table.columns.flatMap((column, at) =>
            hidden.columns.has(column) ? table.rows.map((_, row) => cell(row, at)) : [],
          ),
        ),
      );
    }
  }
  add(unknown(table.rows.map((_, place) => [names.total(place), 1, totals[place] ?? 0] as const)));
  return system;
}

/** Small figures of any release that all of them together give away. */
export function findLeaks(all: readonly Told[]): readonly Leak[] {
  const names = namesOf(all);
  const known = knownOf(all, names);
  const systems = all.map((told, id) => systemOf(told, known, names[id]!, id));
  const equations = systems.flatMap((system) => system.equations);
  const { solved: reckoned, left } = reduce(equations);
  const plain = plainLeaks(systems, reckoned);
  return plain.length > 0
    ? plain
    : boundLeaks(systems, withDifferences([...equations, ...left]), reckoned);
}

/** Small figures that all equations together, one bounding the other, show to be small. */
function boundLeaks(
  systems: readonly System[],
  equations: readonly Equation[],
  reckoned: ReadonlySet<string>,
): readonly Leak[] {
  const values = new Map(systems.flatMap((system) => [...system.values]));
  if (![...values.values()].some(isSmall)) return [];
  const most = greatestValues(equations, values, reckoned);
  return systems.flatMap(({ values: own }, told) =>
    [...own].flatMap(([name, value]) =>
      isSmall(value) && (most.get(name) ?? 0) < LEAST_COUNT
        ? [{ told, row: name.split('\n')[0] ?? '', isByTotal: false }]
        : [],
    ),
  );
}

/** Small figures that are reckoned, or that one equation alone bounds. */
function plainLeaks(systems: readonly System[], reckoned: ReadonlySet<string>): readonly Leak[] {
  return systems.flatMap((system, told) => {
    const leaks: Leak[] = [];
    const leak = (name: string, isByTotal: boolean) =>
      leaks.push({ told, row: name.split('\n')[0] ?? '', isByTotal });
    const isSecret = (name: string) => isSmall(system.values.get(name) ?? 0);
    for (const name of system.values.keys())
      if (isSecret(name) && reckoned.has(name)) {
        const by = system.equations.find((one) => one.size === 1 && one.has(name));
        leak(name, by !== undefined && system.ofRows.has(by));
      }
    for (const bound of system.bounds) {
      const rest = sumOf([...bound.keys()].map((name) => system.values.get(name) ?? 0));
      const secret = [...bound.keys()].find(isSecret);
      if (secret !== undefined && rest < LEAST_COUNT) leak(secret, system.ofRows.has(bound));
    }
    return leaks;
  });
}
