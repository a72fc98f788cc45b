import type { ResidentFacts } from '#domain/resident/facts';
import type { PriorityCriteria } from './criteria.ts';
import { type Standing, type StandingColumns, standingAt, standingsOf } from './standing.ts';

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
  const ids = facts.map(({ residentId }) => residentId);
  const groups = groupEqual(standingsOf(criteria, facts)).sort(byStanding);
  const byId = isInOrder(ids) ? null : (a: number, b: number) => byCodeUnit(ids[a], ids[b]);
  const ranked: RankedResident[] = [];
  for (const { standing, rows } of groups) {
    const { tier, possibleTier, score } = standing;
    if (byId !== null) rows.sort(byId);
    for (const row of rows) {
      const residentId = ids[row] ?? '';
      ranked.push({ residentId, tier, possibleTier, score, rank: ranked.length + 1 });
    }
  }
  return ranked;
}

interface EqualResidents {
  readonly standing: Standing;
  readonly rows: number[];
}

/** Standings are few and residents many: groups leave only the ids to sort, and those in small lots. */
function groupEqual(standings: StandingColumns): EqualResidents[] {
  const { tiers, possibleTiers, scores } = standings;
  const byTiers: Map<number, EqualResidents>[] = [];
  const groups: EqualResidents[] = [];
  for (let row = 0; row < tiers.length; row++) {
    const pair = (tiers[row] ?? 0) * 256 + (possibleTiers[row] ?? 0);
    let byScore = byTiers[pair];
    if (byScore === undefined) {
      byScore = new Map();
      byTiers[pair] = byScore;
    }
    const score = scores[row] ?? 0;
    const group = byScore.get(score);
    if (group === undefined) {
      const created = { standing: standingAt(standings, row), rows: [row] };
      byScore.set(score, created);
      groups.push(created);
    } else group.rows.push(row);
  }
  return groups;
}

function byStanding({ standing: a }: EqualResidents, { standing: b }: EqualResidents): number {
  return a.tier - b.tier || b.score - a.score || a.possibleTier - b.possibleTier;
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
