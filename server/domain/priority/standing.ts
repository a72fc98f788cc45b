import type { ResidentFacts } from '#domain/resident/facts';
import { judgeColumn } from './condition.ts';
import { othersTier, type PriorityCriteria } from './criteria.ts';
import { FactClasses } from './fact-classes.ts';
import { scoreResidents } from './score.ts';
import { MET, NOT_MET, type TruthColumn } from './truth.ts';

/** Where one resident stands by the criteria, before the others are looked at. */
export interface Standing {
  /** The first tier whose condition is met; 1 comes first, the last is that of the others. */
  readonly tier: number;
  /**
   * The first tier whose condition is met or unknown: the best tier that the facts still missing
   * could lead to. Never greater than `tier`; equal to it where nothing that matters is missing.
   */
  readonly possibleTier: number;
  /** Points of every score rule that is met; an unknown rule adds nothing. */
  readonly score: number;
}

/** The standings of many residents, each part a column in the order of the facts. */
export interface StandingColumns {
  readonly tiers: Uint8Array;
  readonly possibleTiers: Uint8Array;
  readonly scores: Int32Array;
}

/** `classes` of the same facts, where the caller has them at hand. */
export function standingsOf(
  criteria: PriorityCriteria,
  facts: readonly ResidentFacts[],
  classes: FactClasses = new FactClasses(facts),
): StandingColumns {
  const tiers = new Uint8Array(facts.length).fill(othersTier(criteria));
  const possibleTiers = tiers.slice();
  for (const [index, { condition }] of [...criteria.tiers.entries()].reverse())
    assignTier(judgeColumn(condition, classes), index + 1, tiers, possibleTiers);
  return { tiers, possibleTiers, scores: scoreResidents(criteria.score, classes) };
}

/** The standing of one resident. */
export function standingOf(criteria: PriorityCriteria, facts: ResidentFacts): Standing {
  return standingAt(standingsOf(criteria, [facts]), 0);
}

export function standingAt(columns: StandingColumns, row: number): Standing {
  const [tier, possibleTier] = [columns.tiers[row], columns.possibleTiers[row]];
  const score = columns.scores[row];
  if (tier === undefined || possibleTier === undefined || score === undefined)
    throw new Error(`No standing in row ${row}`);
  return { tier, possibleTier, score };
}

/** Called from the last tier to the first, so that the first one that fits stays. */
function assignTier(
  column: TruthColumn,
  tier: number,
  tiers: Uint8Array,
  possibleTiers: Uint8Array,
): void {
  for (let row = 0; row < column.length; row++) {
    const truth = column[row];
    if (truth === MET) tiers[row] = tier;
    if (truth !== NOT_MET) possibleTiers[row] = tier;
  }
}
