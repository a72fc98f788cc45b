import type { ResidentFacts } from '#domain/resident/facts';
import type { PriorityCriteria } from './criteria.ts';
import { compileCriteria, type Standing } from './standing.ts';

export interface RankedResident extends Standing {
  readonly residentId: string;
  /** 1 comes first; every number from 1 to the number of residents is given once. */
  readonly rank: number;
}

/**
 * Who comes first. Order: tier, then more points, then whoever could turn out to be in a graver
 * tier (a missing fact is never counted as favourable), then resident id by code unit. Ids are
 * unique, so the order does not depend on the order of the input.
 */
export function rankResidents(
  criteria: PriorityCriteria,
  facts: readonly ResidentFacts[],
): RankedResident[] {
  const standingOf = compileCriteria(criteria);
  const ranked = facts.map((one) => {
    const { tier, possibleTier, score } = standingOf(one);
    return { residentId: one.residentId, tier, possibleTier, score, rank: 0 };
  });
  ranked.sort(
    (a, b) =>
      a.tier - b.tier ||
      b.score - a.score ||
      a.possibleTier - b.possibleTier ||
      (a.residentId < b.residentId ? -1 : a.residentId > b.residentId ? 1 : 0),
  );
  let rank = 0;
  for (const resident of ranked) resident.rank = ++rank;
  return ranked;
}
