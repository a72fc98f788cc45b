import { LEAST_COUNT } from '../../access/small-counts.ts';
import { knownOf, type Names, systemOf } from './attack.ts';
import { greatestValues } from './bounds.ts';
import { type Equation, reduce, withDifferences } from './linear.ts';
import type { Told } from './table.ts';

/** One person may be of several kinds: in each district none of them is more than any, and any no more than all. */
export interface Kinds {
  /** Place of the table in the list, and of the column in it: how many there are of any kind. */
  readonly any: readonly [table: number, column: number];
  readonly each: readonly (readonly [table: number, column: number])[];
}

const COVER = 'cover';
const isSmall = (value: number) => value > 0 && value < LEAST_COUNT;

/**
 * Tables of one release by which, laid side by side, a small figure can be reckoned or known to be small: they are of
 * the same people, so that sums of districts are one and the same in all of them. Places in the list.
 */
export function findJointLeaks(all: readonly Told[], kinds: Kinds): readonly number[] {
  const names = all.map(
    ({ table }, at): Names => ({
      total: (row) => `${table.rows[row]}\n`,
      cell: (row, column) => `${table.rows[row]}\n${at}\n${column}`,
    }),
  );
  const known = new Set(all.flatMap((told, at) => [...knownOf([told], [names[at]!])]));
  const systems = all.map((told, at) => systemOf(told, known, names[at]!, at));
  const values = new Map(systems.flatMap((system) => [...system.values]));
  const equations = systems.flatMap((system) => system.equations);
  const valueAt = ([at, column]: readonly [number, number], row: number) =>
    all[at]?.table.cells[row]?.[column] ?? 0;
  const nameAt = ([at, column]: readonly [number, number], row: number) =>
    names[at]?.cell(row, column) ?? '';
  const [base] = all;
  /** What is left over in all districts together, where the city's sums are told. */
  const ofColumns = new Map<string, Map<string, number>>();
  for (const row of base?.table.rows.keys() ?? []) {
    /** What more `most` is than `parts` together: not known, and not below 0. */
    const add = (
      most: readonly (readonly [number, number])[],
      parts: readonly (readonly [number, number])[],
      slack: string,
    ) => {
      const terms = new Map<string, number>();
      let rest = 0;
      for (const [sign, list] of [[1, most] as const, [-1, parts] as const])
        for (const one of list) {
          rest += sign * valueAt(one, row);
          if (!known.has(nameAt(one, row))) terms.set(nameAt(one, row), sign);
        }
      if (terms.size === 0) return;
      equations.push(terms.set(slack, -1));
      values.set(slack, rest);
      const column = slack.split('\n')[1] ?? '';
      ofColumns.set(column, (ofColumns.get(column) ?? new Map()).set(slack, 1));
    };
    for (const [order, kind] of kinds.each.entries())
      add([kinds.any], [kind], `slack\n${order}\n${row}`);
    add(kinds.each, [kinds.any], `slack\n${COVER}\n${row}`);
  }
  const hasSum = ([at, column]: readonly [number, number]) => {
    const { table, hidden } = all[at]!;
    return !(
      hidden.isSilent ||
      hidden.isWithheld ||
      hidden.columns.has(table.columns[column] ?? '')
    );
  };
  if (hasSum(kinds.any))
    for (const [column, slacks] of ofColumns)
      if (column === COVER ? kinds.each.every(hasSum) : hasSum(kinds.each[Number(column)]!))
        equations.push(slacks);
  return leaksIn(systems, equations, values);
}

function leaksIn(
  systems: readonly { readonly values: ReadonlyMap<string, number> }[],
  equations: readonly Equation[],
  values: ReadonlyMap<string, number>,
): number[] {
  const { solved, left } = reduce(equations);
  const most = greatestValues(withDifferences([...equations, ...left]), values, solved);
  const isLeak = ([name, value]: readonly [string, number]) =>
    isSmall(value) && (solved.has(name) || (most.get(name) ?? 0) < LEAST_COUNT);
  return [...systems.keys()].filter((at) => [...(systems[at]?.values ?? [])].some(isLeak));
}
