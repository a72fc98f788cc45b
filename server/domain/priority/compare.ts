import type { ResidentFacts } from '#domain/resident/facts';
import type { Bilingual } from '#domain/resident/labels';
import { othersTier, type PriorityCriteria, tierLabels } from './criteria.ts';
import { MoveTable, type TierMove } from './move-table.ts';
import { type RankedResident, rankResidents } from './rank.ts';

interface TierCount {
  readonly tier: number;
  readonly label: Bilingual;
  readonly count: number;
  /** How many of them would be in a graver tier if facts that are not known turned out grave. */
  readonly uncertain: number;
}

interface ComparedCriteria {
  readonly id: string;
  readonly version: number;
  readonly effectiveOn: string;
  readonly name: Bilingual;
  readonly tiers: TierCount[];
}

export interface TierChange {
  readonly residentId: string;
  readonly district: string | null;
  readonly fromTier: number;
  readonly toTier: number;
  readonly fromRank: number;
  readonly toRank: number;
}

interface DistrictComparison {
  readonly district: string | null;
  readonly residents: number;
  readonly changed: number;
  /** People in each tier, the first tier first. */
  readonly fromTiers: number[];
  readonly toTiers: number[];
}

/** What it would mean to rank by `to` in place of `from`; the wire shape is `criteriaComparisonSchema`. */
export interface CriteriaComparison {
  readonly from: ComparedCriteria;
  readonly to: ComparedCriteria;
  readonly residents: number;
  readonly changed: number;
  /** People who change tier, in the order of the new ranking. */
  readonly changes: TierChange[];
  /** How many people go from which tier to which, those who stay included. */
  readonly moves: TierMove[];
  /** By name; people of no known district last. */
  readonly districts: DistrictComparison[];
}

/**
 * Who changes tier between two criteria, and what that does to each district. The others of both
 * criteria are the same tier, whatever its number.
 */
export function compareCriteria(
  from: PriorityCriteria,
  to: PriorityCriteria,
  facts: readonly ResidentFacts[],
): CriteriaComparison {
  return compareRankings(
    { criteria: from, ranking: rankResidents(from, facts) },
    { criteria: to, ranking: rankResidents(to, facts) },
    new Map(facts.map(({ residentId, district }) => [residentId, district])),
  );
}

export interface Ranked {
  readonly criteria: PriorityCriteria;
  readonly ranking: readonly RankedResident[];
}

const byId = (ranking: readonly RankedResident[]) =>
  new Map(ranking.map((resident) => [resident.residentId, resident]));

/**
 * The same of two rankings of the same people that are there already; `fromById` is the first of them
 * where the caller keeps it.
 */
export function compareRankings(
  { criteria: from, ranking: fromRanking }: Ranked,
  { criteria: to, ranking: toRanking }: Ranked,
  districtById: ReadonlyMap<string, string | null>,
  fromById: ReadonlyMap<string, RankedResident> = byId(fromRanking),
): CriteriaComparison {
  const moves = new MoveTable(othersTier(from), othersTier(to));
  const byDistrict = new Map<string | null, MoveTable>();
  const changes: TierChange[] = [];
  for (const { residentId, tier: toTier, rank: toRank } of toRanking) {
    const before = fromById.get(residentId);
    if (before === undefined) throw new Error(`Resident ${residentId} is in one ranking only`);
    const { tier: fromTier, rank: fromRank } = before;
    const district = districtById.get(residentId) ?? null;
    const ofDistrict = byDistrict.get(district) ?? moves.empty();
    byDistrict.set(district, ofDistrict);
    ofDistrict.add(fromTier, toTier);
    moves.add(fromTier, toTier);
    if (moves.isChange(fromTier, toTier))
      changes.push({ residentId, district, fromTier, toTier, fromRank, toRank });
  }
  return {
    from: summarise(from, fromRanking),
    to: summarise(to, toRanking),
    residents: toRanking.length,
    changed: changes.length,
    changes,
    moves: moves.list(),
    districts: [...byDistrict]
      .sort(([a], [b]) => compareNames(a, b))
      .map(([district, table]) => ({ district, ...table.totals() })),
  };
}

function summarise(
  criteria: PriorityCriteria,
  ranking: readonly RankedResident[],
): ComparedCriteria {
  const { id, version, effectiveOn, name } = criteria;
  const labels = tierLabels(criteria);
  const counts = new Array<number>(labels.length + 1).fill(0);
  const uncertain = counts.slice();
  for (const { tier, possibleTier } of ranking) {
    counts[tier] = (counts[tier] ?? 0) + 1;
    if (possibleTier < tier) uncertain[tier] = (uncertain[tier] ?? 0) + 1;
  }
  const tiers = labels.map((label, index) => ({
    tier: index + 1,
    label,
    count: counts[index + 1] ?? 0,
    uncertain: uncertain[index + 1] ?? 0,
  }));
  return { id, version, effectiveOn, name, tiers };
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
