import type { NewFinding } from '#contract/drill-after';

/** What a finding begins with. */
export type FindingSeed = Pick<NewFinding, 'text' | 'change'>;

export const EMPTY_FINDING: NewFinding = {
  ...{ text: '', owner: null, ownerName: null, dueDate: null },
  change: { kind: 'none' },
};
