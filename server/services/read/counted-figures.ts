import { hideSmallCounts, hideSmallPart, hideSmallRows } from '#domain/access/small-counts';
import type { CountedPeopleRow } from '../../db/queries/read/counted-people.ts';

type Meets = (row: CountedPeopleRow) => boolean;
const isInside: Meets = ({ red_relation }) => red_relation === 'inside';
const isTier1: Meets = ({ tier }) => tier === 1;
const isUndetermined: Meets = ({ red_relation }) => red_relation === 'undetermined';

const count = (rows: readonly CountedPeopleRow[], meets: Meets = () => true) =>
  rows.filter(meets).reduce((sum, { people }) => sum + people, 0);

/** Of those whom somebody sees, and of those whom they may only count; null where that is hidden. */
export const together = (seen: number, counted: number | null): number | null =>
  counted === null ? null : seen + counted;

/** Figures of people whom an actor may only count, without what would point at few; null = hidden. */
export function countedFigures(rows: readonly CountedPeopleRow[]) {
  const whole = count(rows);
  const inside = count(rows, isInside);
  const undetermined = count(rows, isUndetermined);
  const relations = hideSmallCounts([inside, undetermined, whole - inside - undetermined]);
  const tiers = [...new Set(rows.map(({ tier }) => tier))];
  const tierCounts = hideSmallCounts(tiers.map((tier) => count(rows, (row) => row.tier === tier)));
  return {
    residents: hideSmallPart(whole, whole),
    insideRed: relations[0] ?? null,
    undetermined: relations[1] ?? null,
    withoutPlan: hideSmallPart(
      count(rows, ({ has_plan }) => !has_plan),
      whole,
    ),
    tiers: new Map(tiers.map((tier, place) => [tier, tierCounts[place] ?? null])),
  };
}

export interface DistrictFigures {
  readonly residents: number | null;
  readonly insideRed: number | null;
  readonly undetermined: number | null;
  readonly tier1: number | null;
}

/**
 * The same for each of the districts named; whoever lives in none of them counts as one more. With the
 * figures of the whole nothing that they hide can be reckoned: what the whole hides, every district hides.
 */
export function countedByDistrict(
  rows: readonly CountedPeopleRow[],
  names: readonly string[],
): DistrictFigures[] {
  const known = new Set(names);
  const groups = [
    ...names.map((name) => rows.filter(({ district_name }) => district_name === name)),
    rows.filter(({ district_name: name }) => name === null || !known.has(name)),
  ];
  const all = countedFigures(rows);
  const wholes = groups.map((group) => count(group));
  const residents = hideSmallCounts(wholes);
  /** The parts of each district, which hides all of them or none. */
  const partsOf = (meets: readonly Meets[], isTold: boolean) => {
    const parts = groups.map((group) => meets.map((one) => count(group, one)));
    const withRest = parts.map((cells, row) => [
      ...cells,
      cells.reduce((rest, cell) => rest - cell, wholes[row] ?? 0),
    ]);
    const hidden = hideSmallRows(withRest, (row) => residents[row] === null);
    return parts.map((cells, row) => (isTold && !hidden.has(row) ? cells : []));
  };
  const relations = partsOf(
    [isInside, isUndetermined],
    all.insideRed !== null && all.undetermined !== null,
  );
  const tier1 = partsOf([isTier1], all.tiers.get(1) !== null);
  return names.map((_, place) => ({
    residents: residents[place] ?? null,
    insideRed: relations[place]?.[0] ?? null,
    undetermined: relations[place]?.[1] ?? null,
    tier1: tier1[place]?.[0] ?? null,
  }));
}
