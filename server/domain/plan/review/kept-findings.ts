import { isSame } from '../same.ts';
import type { ReviewFinding } from './finding.ts';

/** A finding as it is kept beside a plan until somebody looked at it. */
export interface KeptFinding extends ReviewFinding {
  /** Since when it is known (ISO 8601). */
  readonly since: string;
  /** It is as it was again. It stays until somebody looked, as the review was called for. */
  readonly isOver: boolean;
  /** Said by somebody, as in a drill, and not found by comparing: only a person ends it. */
  readonly isTold: boolean;
}

/**
 * How it is now, as the finding tells it: what is over is as it was when the plan was confirmed, and what
 * was found was so for a while (`meanwhile`).
 */
export function asItIsNow<Text>(one: {
  readonly from: Text;
  readonly to: Text;
  readonly isOver: boolean;
}): { readonly now: Text; readonly meanwhile: Text | null } {
  return one.isOver ? { now: one.from, meanwhile: one.to } : { now: one.to, meanwhile: null };
}

/**
 * What is kept of what was found before and what is found now: the same finding keeps since when it is
 * known, a former one that holds no more is over, and what was told stays.
 */
export function keepFindings(
  kept: readonly KeptFinding[],
  found: readonly ReviewFinding[],
  at: string,
): KeptFinding[] {
  const standing = found.map((one): KeptFinding => {
    const former = kept.find((other) => !other.isTold && isOfSame(other, one));
    const isUnchanged =
      former !== undefined && isSame([one.from, one.to], [former.from, former.to]);
    // The dates stay those of the data that said so first.
    if (isUnchanged) return { ...former, isOver: false };
    return { ...one, since: former?.since ?? at, isOver: false, isTold: false };
  });
  const others = kept.filter((one) => one.isTold || !found.some((other) => isOfSame(one, other)));
  return [...standing, ...others.map((one) => (one.isTold ? one : { ...one, isOver: true }))];
}

const isOfSame = (one: ReviewFinding, other: ReviewFinding) =>
  one.reason === other.reason && one.what.ja === other.what.ja;
