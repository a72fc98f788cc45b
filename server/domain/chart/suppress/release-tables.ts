import { FACTS, type FactValues, factsOfGroup, WHOLES } from '../facts.ts';
import type { Kinds } from './joint.ts';
import { sumOf, type TrueTable } from './table.ts';

/** Facts of one district. */
export interface DistrictFacts {
  readonly name: string;
  readonly facts: FactValues;
}

/** A table with the whole that its rows add up to, and which facts of it are told. */
export interface ReleaseTable {
  /** Same whole: same sums of rows. */
  readonly whole: string;
  readonly key: string;
  readonly table: TrueTable;
}

/** What is left of the whole; told of no table by itself. */
export const REST = 'rest';

/** Facts that overlap with others of the same people: each is a table of its own with what is left. */
const OVERLAPPING = FACTS.filter(
  ({ id, group }) => group === null && id.startsWith('disability.'),
).map(({ id }) => [id, 'residents'] as const);
const ANY_KIND = 'disability.some';
const PARTS_OF: readonly (readonly [string, string])[] = [
  ...OVERLAPPING,
  ['households.alone65', 'households'],
];
/** Seen by officers alone, and nobody's stage is unseen to them. */
const NOT_PUBLISHED = new Set(['plan.unseen', 'relay.overdue']);

/**
 * The tables of people that figures of districts are made of. A district of which a fact of a table is not recorded is
 * not in that table. `places` and `events` point at nobody and are in none.
 */
export function releaseTables(districts: readonly DistrictFacts[]): readonly ReleaseTable[] {
  const groups = Object.entries(WHOLES).map(([group, whole]) => ({
    ...{ key: group, whole },
    columns: factsOfGroup(group).flatMap(({ id }) => (NOT_PUBLISHED.has(id) ? [] : [id])),
  }));
  const relay = { key: 'relay', whole: null, columns: factsOfGroup('relay').map(({ id }) => id) };
  const overlapping = PARTS_OF.map(([id, whole]) => ({ key: id, whole, columns: [id] }));
  return [...groups, ...overlapping, relay].flatMap(({ key, whole, columns }) => {
    const rows: { name: string; cells: number[] }[] = [];
    for (const { name, facts } of districts) {
      const cells = columns.map((id) => facts[id]);
      if (!cells.every((cell) => typeof cell === 'number')) continue;
      if (whole === null) {
        rows.push({ name, cells });
        continue;
      }
      const all = facts[whole];
      const rest = typeof all === 'number' ? all - sumOf(cells) : -1;
      // Parts of more than their whole contradict each other: none is told.
      if (rest >= 0) rows.push({ name, cells: [...cells, rest] });
    }
    if (rows.length === 0) return [];
    const table: TrueTable = {
      rows: rows.map(({ name }) => name),
      columns: whole === null ? columns : [...columns, REST],
      cells: rows.map(({ cells }) => cells),
    };
    return [{ key, whole: whole ?? key, table }];
  });
}

/** Where among tables of the same districts the kinds stand of which one person may have several. */
export function kindsIn(tables: readonly ReleaseTable[]): Kinds | undefined {
  const placeOf = (id: string): (readonly [number, number])[] =>
    tables.flatMap(({ table }, at) => {
      const column = table.columns.indexOf(id);
      return column < 0 ? [] : [[at, column] as const];
    });
  const [any] = placeOf(ANY_KIND);
  const each = OVERLAPPING.flatMap(([id]) => placeOf(id));
  // Of fewer than all kinds it is not known that they make up any.
  return any === undefined || each.length < OVERLAPPING.length ? undefined : { any, each };
}
