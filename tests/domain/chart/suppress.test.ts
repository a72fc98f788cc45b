import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protect } from '#domain/chart/suppress/protect';
import type { Hidden, Told, TrueTable } from '#domain/chart/suppress/table';
import { tellTable } from '#domain/chart/suppress/tell';
import { greatest, linesOf, solvedBy, unchanged } from './attacker.ts';

const LEAST = 5;
const isSmall = (value: number) => value > 0 && value < LEAST;

const tableOf = (cells: readonly (readonly number[])[]): TrueTable => ({
  rows: cells.map((_, row) => `第${row + 1}地区`),
  columns: (cells[0] ?? []).map((_, column) => `part.${column}`),
  cells,
});

/** Places of small figures in a table: parts, and sums of districts (null). */
function secretsOf({ cells }: TrueTable): readonly (readonly [number, number | null])[] {
  return cells.flatMap((parts, row) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    const small = [...parts.keys()].filter((column) => isSmall(parts[column]!));
    return [...small, ...(isSmall(sum) ? [null] : [])].map((column) => [row, column] as const);
  });
}

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
);
const tables = (rows: number, columns: number) =>
  fc
    .array(fc.array(count, { minLength: columns, maxLength: columns }), {
      ...{ minLength: rows, maxLength: rows },
    })
    .map(tableOf);

function publish(table: TrueTable, before: readonly Told[] = []): { told: Told; hidden: Hidden } {
  const [hidden] = protect([{ table, before }]);
  return { told: { table, hidden: hidden! }, hidden: hidden! };
}

/** What somebody finds who has all releases and knows of every figure that has not changed that it has not. */
function attack(releases: readonly Told[]) {
  const parts: ReturnType<typeof linesOf>[] = [];
  let size = 0;
  for (const told of releases) {
    const system = linesOf(tellTable(told), size);
    parts.push(system);
    size += system.count;
  }
  const known = unchanged(
    releases.map(({ table }) => table),
    (at, row, column) => (column === null ? parts[at]!.total(row) : parts[at]!.cell(row, column)),
  );
  const solved = solvedBy([...parts.flatMap(({ lines }) => lines), ...known], size);
  return releases.flatMap(({ table }, at) =>
    secretsOf(table).filter(([row, column]) =>
      solved.has(column === null ? parts[at]!.total(row) : parts[at]!.cell(row, column)),
    ),
  );
}

describe('figures that are published', () => {
  test('without what protects, the attack finds what was left out', () => {
    const table = tableOf([
      [20, 3],
      [30, 12],
      [8, 40],
    ]);
    const rows = new Set(['第1地区']);
    const hidden = {
      ...{ rows, totals: new Set<string>(), columns: new Set<string>() },
      ...{ isWithheld: false, isSilent: false },
    };
    expect(attack([{ table, hidden }])).toEqual([[0, 1]]);
    expect(attack([publish(table).told])).toEqual([]);
  });

  test('no small figure is solved for, nor known to be small, from one release', async () => {
    const cases = fc.sample(tables(6, 3), { numRuns: 40, seed: 26 });
    let secrets = 0;
    for (const table of cases) {
      const { told } = publish(table);
      expect(attack([told])).toEqual([]);
      const { lines, count: size, cell, total } = linesOf(tellTable(told));
      const asked = secretsOf(table).map(([row, column]) =>
        column === null ? total(row) : cell(row, column),
      );
      secrets += asked.length;
      for (const bound of await greatest(lines, size, asked))
        expect(bound, JSON.stringify([table.cells, tellTable(told)])).toBeGreaterThanOrEqual(LEAST);
    }
    expect(secrets).toBeGreaterThan(100);
  });

  test('nor from the differences of releases, for whoever knows what has not changed', () => {
    const moves = fc.array(fc.tuple(fc.nat(4), fc.nat(2), fc.integer({ min: -3, max: 3 })), {
      minLength: 0,
      maxLength: 3,
    });
    fc.assert(
      fc.property(tables(5, 3), moves, moves, (start, ...changes) => {
        const releases: Told[] = [];
        let table = start;
        for (const change of [[], ...changes]) {
          const cells = table.cells.map((parts) => [...parts]);
          for (const [row, column, by] of change)
            cells[row]![column] = Math.max(0, cells[row]![column]! + by);
          table = tableOf(cells);
          releases.push(publish(table, releases).told);
        }
        expect(attack(releases)).toEqual([]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('what has no small figure is told whole, and sums of several tables agree', () => {
    const plain = tableOf([
      [20, 30],
      [30, 12],
    ]);
    expect(tellTable(publish(plain).told).cells).toEqual(plain.cells);
    // The sum of the second district is small in both tables alike.
    const a = tableOf([
      [20, 30],
      [2, 1],
      [9, 6],
    ]);
    const b = { ...tableOf([[50], [3], [15]]), columns: ['other'] };
    const [hiddenA, hiddenB] = protect([
      { table: a, before: [] },
      { table: b, before: [] },
    ]);
    expect([...hiddenA!.totals]).toEqual(['第2地区', '第3地区']);
    expect(hiddenB!.totals).toEqual(hiddenA!.totals);
  });
});
