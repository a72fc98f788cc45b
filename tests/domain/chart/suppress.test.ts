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

/** All that somebody knows who has all releases, and of every figure that has not changed that it has not. */
function knownFrom(releases: readonly Told[]) {
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
  const placeOf = (at: number, [row, column]: readonly [number, number | null]) =>
    column === null ? parts[at]!.total(row) : parts[at]!.cell(row, column);
  return { lines: [...parts.flatMap(({ lines }) => lines), ...known], size, placeOf };
}

/** Small figures that such a reader can reckon. */
function attack(releases: readonly Told[]) {
  const { lines, size, placeOf } = knownFrom(releases);
  const solved = solvedBy(lines, size);
  return releases.flatMap(({ table }, at) =>
    secretsOf(table).filter((secret) => solved.has(placeOf(at, secret))),
  );
}

/** A table as it was first, and after some of its figures have moved, each time published on top of the others. */
function releasesOf(start: TrueTable, changes: readonly (readonly Move[])[]): Told[] {
  const releases: Told[] = [];
  let table = start;
  for (const change of [[], ...changes]) {
    const cells = table.cells.map((parts) => [...parts]);
    for (const [row, column, by] of change)
      cells[row]![column] = Math.max(0, cells[row]![column]! + by);
    table = tableOf(cells);
    releases.push(publish(table, [...releases]).told);
  }
  return releases;
}
type Move = [number, number, number];
const moves = fc.array(fc.tuple(fc.nat(4), fc.nat(2), fc.integer({ min: -3, max: 3 })), {
  minLength: 0,
  maxLength: 3,
});

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
    fc.assert(
      fc.property(tables(5, 3), moves, moves, (start, ...changes) => {
        expect(attack(releasesOf(start, changes))).toEqual([]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('nor known to be small from what several releases together leave room for', async () => {
    const cases = fc.sample(fc.tuple(tables(5, 3), moves, moves), { numRuns: 60, seed: 11 });
    for (const [start, ...changes] of cases) {
      const releases = releasesOf(start, changes);
      const { lines, size, placeOf } = knownFrom(releases);
      const asked = releases.flatMap(({ table }, at) =>
        secretsOf(table).map((secret) => placeOf(at, secret)),
      );
      for (const bound of await greatest(lines, size, asked))
        expect(bound, JSON.stringify(releases.map(tellTable))).toBeGreaterThanOrEqual(LEAST);
    }
  });

  test('nor from kinds that one person may have several of, beside whether there is any', async () => {
    const person = fc
      .tuple(fc.boolean(), fc.boolean(), fc.boolean())
      .map((kinds) => kinds.map(Number));
    const rare = fc.constant([0, 0, 0]);
    const district = fc.array(
      fc.oneof({ weight: 1, arbitrary: person }, { weight: 4, arbitrary: rare }),
      {
        ...{ minLength: 4, maxLength: 60 },
      },
    );
    const cases = fc.sample(fc.array(district, { minLength: 5, maxLength: 5 }), {
      numRuns: 12,
      seed: 3,
    });
    let secrets = 0;
    for (const districts of cases) {
      const partsBy = (is: (kinds: readonly number[]) => boolean) =>
        tableOf(
          districts.map((people) => {
            const some = people.filter(is).length;
            return [some, people.length - some];
          }),
        );
      // Of anybody, then of each kind: all of the same people.
      const all = [
        partsBy((kinds) => kinds.includes(1)),
        ...[0, 1, 2].map((kind) => partsBy((kinds) => kinds[kind] === 1)),
      ];
      const hidden = protect(
        all.map((table) => ({ table, before: [] })),
        { any: [0, 0], each: [1, 2, 3].map((at) => [at, 0] as const) },
      );
      const told = all.map((table, at) => ({ table, hidden: hidden[at]! }));
      let size = 0;
      const systems = told.map((one) => {
        const system = linesOf(tellTable(one), size);
        size += system.count;
        return system;
      });
      const lines = systems.flatMap((system) => [...system.lines]);
      const [any, ...kinds] = systems;
      for (const row of districts.keys()) {
        // The same people in each table; none of a kind more than any, and no more of any than of all kinds.
        for (const kind of kinds) {
          lines.push({
            terms: new Map([
              [any!.total(row), 1],
              [kind.total(row), -1],
            ]),
            amount: 0,
          });
          lines.push({
            terms: new Map([
              [any!.cell(row, 0), 1],
              [kind.cell(row, 0), -1],
              [size++, -1],
            ]),
            amount: 0,
          });
        }
        const each = kinds.map((kind) => [kind.cell(row, 0), 1] as const);
        lines.push({ terms: new Map([...each, [any!.cell(row, 0), -1], [size++, -1]]), amount: 0 });
      }
      const asked = systems.flatMap(({ cell, total }, at) =>
        secretsOf(all[at]!).map(([row, column]) =>
          column === null ? total(row) : cell(row, column),
        ),
      );
      secrets += asked.length;
      const solved = solvedBy(lines, size);
      expect(asked.filter((place) => solved.has(place))).toEqual([]);
      for (const bound of await greatest(lines, size, asked))
        expect(bound, JSON.stringify(told.map(tellTable))).toBeGreaterThanOrEqual(LEAST);
    }
    expect(secrets).toBeGreaterThan(100);
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
