import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAST_COUNT } from '#domain/access/small-counts';
import type { CountedPeopleRow } from '../../../server/db/queries/read/counted-people.ts';
import {
  countedByDistrict,
  countedFigures,
} from '../../../server/services/read/counted-figures.ts';

const NAMES = ['山手', '浜手'];
const RELATIONS = ['inside', 'undetermined', 'outside'] as const;

/** Three rows (the last lives in no known district) of inside, undetermined, outside. */
type Table = readonly (readonly number[])[];
const peopleOf = (table: Table, tierOf: (column: number) => number): CountedPeopleRow[] =>
  table.flatMap((cells, row) =>
    cells.map((people, column) => ({
      district_name: NAMES[row] ?? null,
      tier: tierOf(column),
      red_relation: RELATIONS[column] ?? 'outside',
      has_plan: true,
      people,
    })),
  );

const subsetsOf = (size: number) =>
  Array.from({ length: 2 ** size - 1 }, (_, bits) =>
    Array.from({ length: size }, (_one, place) => ((bits + 1) >> place) % 2 === 1),
  );
const sumOver = (cells: readonly number[], columns: number, where: boolean[], what: boolean[]) =>
  cells.reduce(
    (sum, cell, at) => sum + (where[Math.floor(at / columns)] && what[at % columns] ? cell : 0),
    0,
  );

/** A figure that is told: of which rows and columns it is the sum. */
type Told = readonly [rows: boolean[], columns: boolean[]];

/**
 * Sums of the table, of any districts and any of the columns, that are small and the same in every table
 * of which the same is told. A table is a flow, so where another sum is possible at all, it is by cells
 * that differ by one.
 */
function reckonable(table: Table, told: readonly Told[]): number[] {
  const cells = table.flat();
  const columns = table[0]?.length ?? 0;
  const others: number[][] = [];
  for (let code = 0; code < 3 ** cells.length; code++) {
    const step = cells.map((_, at) => (Math.floor(code / 3 ** at) % 3) - 1);
    if (step.some((by, at) => (cells[at] ?? 0) + by < 0)) continue;
    if (told.every(([where, what]) => sumOver(step, columns, where, what) === 0)) others.push(step);
  }
  return subsetsOf(table.length).flatMap((where) =>
    subsetsOf(columns).flatMap((what) => {
      const sum = sumOver(cells, columns, where, what);
      const isFixed = others.every((step) => sumOver(step, columns, where, what) === 0);
      return sum > 0 && sum < LEAST_COUNT && isFixed ? [sum] : [];
    }),
  );
}

const ROW = [0, 1, 2].map((row) => [0, 1, 2].map((other) => other === row));
const ALL = [true, true, true];

/** What the screens tell of relations, of all and by district. */
function toldOfRelations(table: Table): Told[] {
  const rows = peopleOf(table, () => 2);
  const all = countedFigures(rows);
  const told: Told[] = [];
  const tell = (figure: number | null, where: boolean[], what: boolean[]) => {
    if (figure !== null) told.push([where, what]);
  };
  const [inside = [], undetermined = []] = ROW;
  tell(all.residents, ALL, ALL);
  tell(all.insideRed, ALL, inside);
  tell(all.undetermined, ALL, undetermined);
  for (const [row, figures] of countedByDistrict(rows, NAMES).entries()) {
    const where = ROW[row] ?? [];
    tell(figures.residents, where, ALL);
    tell(figures.insideRed, where, inside);
    tell(figures.undetermined, where, undetermined);
  }
  return told;
}

/** The same of tier 1; of the other tiers only the whole is told. */
function toldOfTiers(table: Table): Told[] {
  const rows = peopleOf(table, (column) => column + 1);
  const all = countedFigures(rows);
  const told: Told[] = all.residents === null ? [] : [[ALL, ALL]];
  for (const [tier, figure] of all.tiers)
    if (figure !== null) told.push([ALL, ROW[tier - 1] ?? []]);
  for (const [row, figures] of countedByDistrict(rows, NAMES).entries()) {
    if (figures.residents !== null) told.push([ROW[row] ?? [], ALL]);
    if (figures.tier1 !== null) told.push([ROW[row] ?? [], ROW[0] ?? []]);
  }
  return told;
}

describe('figures of those who are only counted', () => {
  test.each([
    [
      'what is left of a district',
      [
        [10, 8, 2],
        [20, 20, 20],
        [0, 0, 0],
      ],
    ],
    [
      'what the whole hides',
      [
        [1, 0, 9],
        [0, 10, 12],
        [0, 0, 0],
      ],
    ],
    [
      'the district that is left of the whole',
      [
        [6, 6, 6],
        [7, 7, 2],
        [5, 5, 5],
      ],
    ],
    [
      'who lives in no known district',
      [
        [6, 6, 6],
        [7, 7, 7],
        [5, 1, 5],
      ],
    ],
  ])('do not give away %s', (_, table) => {
    expect(reckonable(table, toldOfRelations(table))).toEqual([]);
    expect(reckonable(table, toldOfTiers(table))).toEqual([]);
  });

  test('no sum of fewer than five can be reckoned from all of them together', () => {
    const cell = fc.oneof(fc.nat(6), fc.nat(30), fc.constant(0));
    const anyTable = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(reckonable(table, toldOfRelations(table))).toEqual([]);
        expect(reckonable(table, toldOfTiers(table))).toEqual([]);
      }),
    );
  });

  test('what points at nobody is told', () => {
    const rows = peopleOf(
      [
        [6, 0, 14],
        [7, 9, 5],
        [0, 0, 8],
      ],
      (column) => column + 1,
    );
    expect(countedByDistrict(rows, NAMES)).toEqual([
      { residents: 20, insideRed: 6, undetermined: 0, tier1: 6 },
      { residents: 21, insideRed: 7, undetermined: 9, tier1: 7 },
    ]);
  });
});
