import type { ResidentFacts } from '#domain/resident/facts';
import type { PriorityCriteria } from './criteria.ts';
import { type Standing, standingAt, standingsOf } from './standing.ts';

export interface RankedResident extends Standing {
  readonly residentId: string;
  /** 1 comes first; every number from 1 to the number of residents is given once. */
  readonly rank: number;
}

/**
 * Who comes first. Order: tier, then more points, then whoever could turn out to be in a graver
 * tier (a missing fact is never counted as favourable), then resident id by code unit. Ids are
 * unique, so the order does not depend on the order of the input. Facts that come ordered by id
 * are ranked fastest.
 */
export function rankResidents(
  criteria: PriorityCriteria,
  facts: readonly ResidentFacts[],
): RankedResident[] {
  const ranked: RankedResident[] = [];
  for (const group of groupEqual(criteria, facts).sort(byStanding)) {
    const { tier, possibleTier, score } = group.standing;
    if (!group.isInOrder) group.residentIds.sort(byCodeUnit);
    for (const residentId of group.residentIds)
      ranked.push({ residentId, tier, possibleTier, score, rank: ranked.length + 1 });
  }
  return ranked;
}

interface EqualResidents {
  readonly standing: Standing;
  readonly residentIds: string[];
  /** Whether the ids came in order, as they do where the facts are ordered by id. */
  isInOrder: boolean;
  lastId: string;
}

/** Standings are few and residents many: groups leave only the ids to sort, and those in small lots. */
function groupEqual(criteria: PriorityCriteria, facts: readonly ResidentFacts[]): EqualResidents[] {
  const standings = standingsOf(criteria, facts);
  const { tiers, possibleTiers, scores } = standings;
  const byTiers: Map<number, EqualResidents>[] = [];
  const groups: EqualResidents[] = [];
  for (let row = 0; row < facts.length; row++) {
    const residentId = facts[row]?.residentId ?? '';
    const pair = (tiers[row] ?? 0) * 256 + (possibleTiers[row] ?? 0);
    let byScore = byTiers[pair];
    if (byScore === undefined) {
      byScore = new Map();
      byTiers[pair] = byScore;
    }
    const score = scores[row] ?? 0;
    const group = byScore.get(score);
    if (group !== undefined) {
      group.residentIds.push(residentId);
      if (group.isInOrder && byCodeUnit(group.lastId, residentId) > 0) group.isInOrder = false;
      group.lastId = residentId;
      continue;
    }
    const created = {
      standing: standingAt(standings, row),
      residentIds: [residentId],
      isInOrder: true,
      lastId: residentId,
    };
    byScore.set(score, created);
    groups.push(created);
  }
  return groups;
}

function byStanding({ standing: a }: EqualResidents, { standing: b }: EqualResidents): number {
  return a.tier - b.tier || b.score - a.score || a.possibleTier - b.possibleTier;
}

/** The order of `<`, which compares texts that are new from the database several times slower. */
function byCodeUnit(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
