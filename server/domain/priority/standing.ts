import type { ResidentFacts } from '#domain/resident/facts';
import { compileCondition } from './condition.ts';
import type { PriorityCriteria } from './criteria.ts';
import { MET, UNKNOWN } from './truth.ts';

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

/** Makes criteria ready to run: the conditions become closures once, not once for each resident. */
export function compileCriteria(criteria: PriorityCriteria): (facts: ResidentFacts) => Standing {
  const tierTests = criteria.tiers.map((tier) => compileCondition(tier.condition));
  const rules = criteria.score.map((rule) => ({
    test: compileCondition(rule.condition),
    points: rule.points,
  }));
  return (facts) => {
    let possibleTier = 0;
    let tier = 1;
    for (const test of tierTests) {
      const truth = test(facts);
      if (truth === UNKNOWN && possibleTier === 0) possibleTier = tier;
      if (truth === MET) break;
      tier++;
    }
    let score = 0;
    for (const rule of rules) if (rule.test(facts) === MET) score += rule.points;
    return { tier, possibleTier: possibleTier === 0 ? tier : possibleTier, score };
  };
}
