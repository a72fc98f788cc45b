import type { CriteriaEffect, CriteriaTrial } from '#contract/criteria-desk';
import { compareRankings, type TierChange } from '#domain/priority/compare';
import { contentOf, criteriaOf } from '#domain/priority/content';
import { contentCautions } from '#domain/priority/content-cautions';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { othersTier } from '#domain/priority/criteria';
import type { RankedResident } from '#domain/priority/rank';
import type { ResidentSnapshot } from './resident-snapshot.ts';
import type { TrialBase } from './trial-bases.ts';

/** Stands for a document that is worked on; it has no version yet. */
const UNFINISHED = { id: 'draft', version: 1, effectiveOn: '1970-01-01' } as const;

/** What is tried: a version, or a document that is worked on. */
export type Tried =
  | { readonly criteria: PriorityCriteria }
  | Extract<CriteriaTrial['to'], { document: unknown }>;

/**
 * Who would change tier if `to` ranked in place of `from`, with the first of them by name. What is not
 * known of somebody is counted as uncertain and never as favourable.
 */
export function tryCriteria(
  base: TrialBase,
  snapshot: ResidentSnapshot,
  from: PriorityCriteria,
  tried: Tried,
  list: CriteriaTrial['list'],
): CriteriaEffect {
  const isVersion = 'criteria' in tried;
  const to = isVersion ? tried.criteria : criteriaOf(tried.document, UNFINISHED);
  const content = isVersion ? contentOf(tried.criteria) : tried.document;
  const ranking = isVersion ? base.rankByVersion(to) : base.rank(to);
  const compared = compareRankings(
    { criteria: from, ranking: base.rankByVersion(from) },
    { criteria: to, ranking },
    base.districts,
    base.standingsByVersion(from),
  );
  const isUp = isGraverIn(othersTier(from), othersTier(to));
  const reordered = reorderedOf(base, from, to, ranking);
  const candidates = list.direction === 'order' ? reordered : compared.changes;
  const isWayWanted = (change: TierChange) =>
    list.direction === 'all' ||
    list.direction === 'order' ||
    isUp(change) === (list.direction === 'up');
  const wanted = candidates.filter(
    (change) =>
      (list.district === undefined || change.district === list.district) && isWayWanted(change),
  );
  const listed = wanted.slice(0, list.limit);
  const rows = rowsOf(snapshot, listed);
  const { changes, ...rest } = compared;
  return {
    ...rest,
    up: changes.filter(isUp).length,
    reordered: reordered.length,
    people: { total: wanted.length, rows },
    cautions: contentCautions(content, ranking, base.facts, base.classes),
  };
}

/** Who stays in their tier and changes rank: what points do. In the order of the new ranking. */
function reorderedOf(
  base: TrialBase,
  from: PriorityCriteria,
  to: PriorityCriteria,
  ranking: readonly RankedResident[],
): TierChange[] {
  const before = base.standingsByVersion(from);
  const [fromOthers, toOthers] = [othersTier(from), othersTier(to)];
  const reordered: TierChange[] = [];
  for (const { residentId, tier: toTier, rank: toRank } of ranking) {
    const former = before.get(residentId);
    if (former === undefined || former.rank === toRank) continue;
    const { tier: fromTier, rank: fromRank } = former;
    const [wasOther, isOther] = [fromTier === fromOthers, toTier === toOthers];
    if (wasOther !== isOther || (!isOther && fromTier !== toTier)) continue;
    const district = base.districts.get(residentId) ?? null;
    reordered.push({ residentId, district, fromTier, toTier, fromRank, toRank });
  }
  return reordered;
}

/** The others of both are the same tier, whatever its number, and the last. */
function isGraverIn(fromOthers: number, toOthers: number): (change: TierChange) => boolean {
  return ({ fromTier, toTier }) =>
    (toTier === toOthers ? Number.POSITIVE_INFINITY : toTier) <
    (fromTier === fromOthers ? Number.POSITIVE_INFINITY : fromTier);
}

function rowsOf(snapshot: ResidentSnapshot, changes: readonly TierChange[]) {
  const wanted = new Set(changes.map(({ residentId }) => residentId));
  const people = new Map(
    snapshot.rows.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]),
  );
  return changes.map((change) => {
    const person = people.get(change.residentId);
    return { ...change, name: person?.name ?? '', rosterNumber: person?.rosterNumber ?? '' };
  });
}
