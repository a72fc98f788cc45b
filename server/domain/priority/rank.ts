import type { ResidentFacts } from '#domain/resident/facts';
import { sortByColumn } from './counting-sort.ts';
import type { PriorityCriteria } from './criteria.ts';
import type { FactClasses } from './fact-classes.ts';
import { type Standing, type StandingColumns, standingsOf } from './standing.ts';

export interface RankedResident extends Standing {
  readonly residentId: string;
  /** 1 comes first; every number from 1 to the number of residents is given once. */
  readonly rank: number;
}

/**
 * Who comes first. Order: tier, then more points, then whoever could turn out to be in a graver
 * tier (a missing fact is never counted as favourable), then resident id by code unit. Ids are
 * unique, so the order does not depend on the order of the input. Facts that come ordered by id
 * are ranked fastest; so are facts that are ranked several times with the same `classes`.
 */
export function rankResidents(
  criteria: PriorityCriteria,
  facts: readonly ResidentFacts[],
  classes?: FactClasses,
): RankedResident[] {
  const standings = standingsOf(criteria, facts, classes);
  const { tiers, possibleTiers, scores } = standings;
  const ids = facts.map(({ residentId }) => residentId);
  // The least important first: each sort keeps the order of the one before where it finds no difference.
  const byPossibleTier = sortByColumn(rowNumbers(facts.length), possibleTiers, 'up');
  const rows = sortByColumn(sortByColumn(byPossibleTier, scores, 'down'), tiers, 'up');
  if (!isInOrder(ids)) sortEqualById(rows, standings, ids);
  const ranked = new Array<RankedResident>(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    ranked[index] = {
      residentId: ids[row] ?? '',
      tier: tiers[row] ?? 0,
      possibleTier: possibleTiers[row] ?? 0,
      score: scores[row] ?? 0,
      rank: index + 1,
    };
  }
  return ranked;
}

function rowNumbers(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** Sorts ids only among rows of equal standing: those are small lots, whatever the size of the city. */
function sortEqualById(
  rows: Uint32Array,
  standings: StandingColumns,
  ids: readonly string[],
): void {
  const { tiers, possibleTiers, scores } = standings;
  const isEqual = (a = 0, b = 0) =>
    tiers[a] === tiers[b] && scores[a] === scores[b] && possibleTiers[a] === possibleTiers[b];
  for (let start = 0, end = 1; start < rows.length; start = end++) {
    while (end < rows.length && isEqual(rows[start], rows[end])) end++;
    if (end - start > 1) rows.subarray(start, end).sort((a, b) => byCodeUnit(ids[a], ids[b]));
  }
}

function isInOrder(ids: readonly string[]): boolean {
  for (let row = 1; row < ids.length; row++)
    if (byCodeUnit(ids[row - 1], ids[row]) > 0) return false;
  return true;
}

/** The order of `<`, which compares texts that are new from the database several times slower. */
function byCodeUnit(a = '', b = ''): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
