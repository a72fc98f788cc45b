import type { PlanMerge, PlanView } from '#contract/plan-work';
import type { PlanContent } from '#domain/plan/plan';
import { isSame } from '#domain/plan/same';

/** What somebody has written of a plan and not saved yet. */
export interface PlanDraft {
  /** Id of the account whose it is. */
  readonly account: string;
  readonly code: string;
  readonly residentId: string;
  /** To be found again where the server cannot be asked. */
  readonly personName: string | null;
  /** The version that the edit was begun from, and what it said; 0 = what the roster knows. */
  readonly contentVersion: number;
  readonly base: PlanContent;
  readonly mine: PlanContent;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  /** Saved by hand while the server was out of reach: it is sent when it answers again. */
  readonly isWaiting: boolean;
  /** Somebody else saved meanwhile: both edits, to be decided on. */
  readonly conflict: PlanMerge | null;
}

export const draftKey = (account: string, code: string, residentId: string): string =>
  [account, code, residentId].map(encodeURIComponent).join('/');
export const keyOfDraft = (draft: PlanDraft): string =>
  draftKey(draft.account, draft.code, draft.residentId);

export function beginDraft(
  whose: Pick<PlanDraft, 'account' | 'code' | 'residentId' | 'personName'>,
  view: Pick<PlanView, 'content' | 'contentVersion'>,
  changedAt: number,
): PlanDraft {
  const { content, contentVersion } = view;
  return {
    ...whose,
    ...{ contentVersion, base: content, mine: content },
    ...{ changedAt, isWaiting: false, conflict: null },
  };
}

/** Another value; what waits to be sent waits for the next save by hand. */
export const withMine = (draft: PlanDraft, mine: PlanContent, changedAt: number): PlanDraft => ({
  ...draft,
  ...{ mine, changedAt, isWaiting: false },
});

/** Whether there is anything to save. */
export const isDirty = ({ base, mine, conflict }: PlanDraft): boolean =>
  conflict !== null || !isSame(base, mine);

/** What is left of a draft when `sent` was saved: what was written while it was under way. */
export function afterSave(
  draft: PlanDraft,
  sent: PlanContent,
  view: Pick<PlanView, 'content' | 'contentVersion'>,
): PlanDraft | null {
  if (isSame(draft.mine, sent)) return null;
  const { content, contentVersion } = view;
  return { ...draft, base: content, contentVersion, isWaiting: false, conflict: null };
}

/** The draft with the two edits decided: it is saved over the newest version. */
export const decided = (draft: PlanDraft, merge: PlanMerge, mine: PlanContent): PlanDraft => ({
  ...draft,
  ...{ contentVersion: merge.contentVersion, mine },
  conflict: null,
});
