import { hideSmallCounts, LEAST_COUNT } from '../../access/small-counts.ts';
import { findLeaks, type Leak } from './attack.ts';
import { findJointLeaks, type Kinds } from './joint.ts';
import { columnSumsOf, type Hidden, sumOf, type Told, type TrueTable, totalsOf } from './table.ts';

const isSmall = (value: number) => value > 0 && value < LEAST_COUNT;

/** Tables of one whole: the sums of their rows are the same figures. With what was told of each before. */
export interface Wanted {
  readonly table: TrueTable;
  readonly before: readonly Told[];
}

interface Draft {
  readonly rows: Set<string>;
  readonly columns: ReadonlySet<string>;
  isWithheld: boolean;
}

/**
 * What to leave out of tables before they are published: every district with a small part, and as much more as
 * keeps each small figure, of this release and of all before, from being reckoned or known to be small
 * (attack.ts). What was left out the last time goes first, then the smallest districts; where that is not enough
 * sums of districts are left out, and in the end everything. `kinds`: tables of which people are counted in several.
 */
export function protect(wanted: readonly Wanted[], kinds?: Kinds): readonly Hidden[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const sums = totalsOf(first.table);
  const names = first.table.rows;
  const sizes = new Map(names.map((row, place) => [row, sums[place] ?? 0]));
  const counted = hideSmallCounts(sums);
  const totals = new Set(names.filter((_, place) => counted[place] === null));
  const drafts = wanted.map(({ table }) => draftOf(table));
  let isSilent = isSmall(sumOf(sums));
  const hiddenOf = (draft: Draft): Hidden => ({
    rows: new Set([...draft.rows, ...totals]),
    totals: new Set(totals),
    columns: draft.columns,
    isWithheld: draft.isWithheld || isSilent,
    isSilent,
  });
  const leaksOf = (at: number): readonly Leak[] => {
    const [one, draft] = [wanted[at], drafts[at]];
    if (one === undefined || draft === undefined) return [];
    return findLeaks([...one.before, { table: one.table, hidden: hiddenOf(draft) }]);
  };
  // Tables of which it is not yet known that they give nothing away.
  const open = new Set(wanted.keys());
  for (const at of open) {
    const [one, draft] = [wanted[at], drafts[at]];
    if (one === undefined || draft === undefined) continue;
    for (let leaks = leaksOf(at); leaks.length > 0 && !isSilent; leaks = leaksOf(at)) {
      const known = totals.size;
      isSilent = !hideMore(one, draft, leaks, totals, sizes);
      // Sums of districts are the same in all of them: those before are looked at once more.
      if (totals.size > known)
        for (const other of wanted.keys()) {
          if (other === at) continue;
          open.delete(other);
          open.add(other);
        }
    }
  }
  while (kinds !== undefined && !isSilent) {
    const told = wanted.map(({ table }, at) => ({ table, hidden: hiddenOf(drafts[at]!) }));
    const leaking = findJointLeaks(told, kinds);
    if (leaking.length === 0) break;
    // Its own districts first, then those of the other tables that are laid beside it.
    const others = [...kinds.each, kinds.any].map(([at]) => at);
    const next = [...leaking, ...others].find((at) => drafts[at]?.isWithheld === false);
    if (next === undefined) isSilent = true;
    else drafts[next]!.isWithheld = true;
  }
  return drafts.map(hiddenOf);
}

function draftOf(table: TrueTable): Draft {
  const small = table.rows.filter((_, place) => table.cells[place]?.some(isSmall) ?? false);
  const sums = columnSumsOf(table);
  const told = hideSmallCounts(sums);
  return {
    rows: new Set(small),
    columns: new Set(table.columns.filter((_, place) => told[place] === null)),
    isWithheld: false,
  };
}

/** Leaves out one thing more; false where there is nothing left to leave out. */
function hideMore(
  { table, before }: Wanted,
  draft: Draft,
  leaks: readonly Leak[],
  totals: Set<string>,
  sizes: ReadonlyMap<string, number>,
): boolean {
  const now = before.length;
  const bySize = (a: string, b: string) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0);
  // Its parts are known from another release but for one: the sum is all that gives that away.
  const byTotal = leaks.find(
    ({ told, row, isByTotal }) => told === now && isByTotal && !totals.has(row),
  );
  if (byTotal !== undefined && table.rows.includes(byTotal.row)) {
    totals.add(byTotal.row);
    return true;
  }
  const hiddenBefore = new Set(before.at(-1)?.hidden.rows);
  const free = table.rows
    .filter((row) => !draft.rows.has(row) && !totals.has(row))
    .sort((a, b) => Number(hiddenBefore.has(b)) - Number(hiddenBefore.has(a)) || bySize(a, b));
  const isTotalLeak = totals.size === 1;
  const next = isTotalLeak ? undefined : free[0];
  if (next !== undefined && !draft.isWithheld) {
    draft.rows.add(next);
    return true;
  }
  const formerSums = new Map<string, Set<number>>();
  for (const { table: former } of before)
    for (const [place, sum] of totalsOf(former).entries()) {
      const row = former.rows[place] ?? '';
      formerSums.set(row, (formerSums.get(row) ?? new Set()).add(sum));
    }
  // A sum that was told before and has not changed hides nothing.
  const isStale = (row: string) => formerSums.get(row)?.has(sizes.get(row) ?? 0) ?? false;
  const nextTotal = table.rows
    .filter((row) => !totals.has(row))
    .sort((a, b) => Number(isStale(a)) - Number(isStale(b)) || bySize(a, b))[0];
  if (nextTotal !== undefined) {
    totals.add(nextTotal);
    return true;
  }
  if (draft.isWithheld) return false;
  draft.isWithheld = true;
  return true;
}
