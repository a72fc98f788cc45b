import type { CriteriaRef } from '#contract/criteria-desk';

export const isSameRef = (one: CriteriaRef, other: CriteriaRef): boolean =>
  one.id === other.id && one.version === other.version;
