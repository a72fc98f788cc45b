import type { Duplicates } from '#contract/people-desk';
import { type ConsentPurpose, purposesApart } from '#domain/access/consent';
import type { Bilingual } from '#domain/resident/labels';
import { ApiError } from '../../api/client.ts';

type Pair = Duplicates['pairs'][number];

export interface MergeBar {
  /** Purposes for which the two said what cannot be made one. */
  readonly consentsApart: readonly ConsentPurpose[];
  /** The record that has the only plan, and has to be the one that is kept. */
  readonly onlyPlan: 'A' | 'B' | null;
  readonly hasTwoPlans: boolean;
}

/** What stands in the way of making the two records one, as the server sees it too. */
export function mergeBarOf({ a, b }: Pair): MergeBar {
  const [hasA, hasB] = [isPlanned(a), isPlanned(b)];
  return {
    consentsApart: purposesApart(
      (purpose) => a.consents[purpose],
      (purpose) => b.consents[purpose],
    ),
    // Nothing that was written about a person gets lost by making two entries one.
    onlyPlan: hasA === hasB ? null : hasA ? 'A' : 'B',
    hasTwoPlans: hasA && hasB,
  };
}

const isPlanned = ({ planStage }: Pair['a']) => planStage !== null && planStage !== 'ended';

export type JudgeProblem = 'stale' | 'failed' | Bilingual;

/** Why it was not kept: somebody else was first, the server's own words, or no answer. */
export function judgeProblemOf(error: unknown): JudgeProblem {
  if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) return 'failed';
  if (error.status === 409) return 'stale';
  return error.problem?.messages ?? 'failed';
}
