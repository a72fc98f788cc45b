import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon } from '#domain/hazard/zone';
import type { Accuracy } from '#domain/resident/accuracy';
import type { CareLevel } from '#domain/resident/care-level';
import type { Device, DisabilityKind } from '#domain/resident/disability';
import type { CommunicationNeed, Household, PlanState } from '#domain/resident/facts';
import type { Bilingual } from '#domain/resident/labels';

/**
 * How a place can lie to a zone. `undetermined` is not among them: a condition speaks of how things
 * are, never of what is known about them, so that learning a fact can only settle an outcome.
 */
export const TESTABLE_RELATIONS = [
  'inside',
  'near',
  'outside',
] as const satisfies readonly Relation[];
export type TestableRelation = (typeof TESTABLE_RELATIONS)[number];

/** One fact against fixed values. Met, not met, or unknown where the fact is missing. */
export type Comparison =
  | { readonly fact: 'redZone'; readonly oneOf: readonly TestableRelation[] }
  | { readonly fact: 'anyZone'; readonly oneOf: readonly TestableRelation[] }
  | { readonly fact: 'phenomena'; readonly includesAny: readonly Phenomenon[] }
  | { readonly fact: 'positionAccuracy'; readonly oneOf: readonly Accuracy[] }
  | { readonly fact: 'age'; readonly atLeast: number }
  | { readonly fact: 'careLevel'; readonly atLeast: CareLevel }
  | { readonly fact: 'careLevel'; readonly oneOf: readonly CareLevel[] }
  | DisabilityComparison
  | { readonly fact: 'devices'; readonly includesAny: readonly Device[] }
  | { readonly fact: 'household'; readonly oneOf: readonly Household[] }
  | { readonly fact: 'communication'; readonly oneOf: readonly CommunicationNeed[] }
  | { readonly fact: 'supporterCount'; readonly atMost: number }
  | { readonly fact: 'plan'; readonly oneOf: readonly PlanState[] };

/**
 * Has a disability of one of `kinds`, of any grade, or of a grade: `gradeAtMost` for numbered grades
 * (1 is the gravest), `gradeOneOf` for the letters of 療育手帳. One disability has to meet both.
 */
export type DisabilityComparison =
  | { readonly fact: 'disabilities'; readonly kinds: readonly DisabilityKind[] }
  | {
      readonly fact: 'disabilities';
      readonly kinds: readonly DisabilityKind[];
      readonly gradeAtMost: number;
    }
  | {
      readonly fact: 'disabilities';
      readonly kinds: readonly DisabilityKind[];
      readonly gradeOneOf: readonly string[];
    };

/** The closed algebra of conditions; three-valued (Kleene), see truth.ts. Plain JSON. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

export interface Tier {
  readonly label: Bilingual;
  readonly condition: Condition;
}

export interface ScoreRule {
  readonly label: Bilingual;
  readonly condition: Condition;
  /** Whole number, added to the score when the condition is met; negative puts a person behind. */
  readonly points: number;
}

/**
 * Who comes first, as data: versioned and dated, plain JSON, no code. Tiers are numbered from 1;
 * whoever meets none is in the last tier, number `tiers.length + 1`, called `othersLabel`.
 */
export interface PriorityCriteria {
  readonly id: string;
  readonly version: number;
  /** YYYY-MM-DD from which the criteria are in force. */
  readonly effectiveOn: string;
  readonly name: Bilingual;
  readonly note: Bilingual;
  /** Where the criteria come from: the law, guideline or policy. */
  readonly source: Bilingual;
  readonly tiers: readonly Tier[];
  readonly othersLabel: Bilingual;
  readonly score: readonly ScoreRule[];
}

/** Words of every tier in order, the others last: `labels[tier - 1]`. */
export function tierLabels(criteria: PriorityCriteria): readonly Bilingual[] {
  return [...criteria.tiers.map((tier) => tier.label), criteria.othersLabel];
}

/** Number of the last tier, that of the people who meet no condition. */
export function othersTier(criteria: PriorityCriteria): number {
  return criteria.tiers.length + 1;
}
