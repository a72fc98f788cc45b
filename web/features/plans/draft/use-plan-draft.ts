import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PlanView } from '#contract/plan-work';
import type { PlanContent } from '#domain/plan/plan';
import { useAccount } from '../../../api/session.ts';
import { beginDraft, draftKey, isDirty, type PlanDraft, withMine } from './draft.ts';
import { currentDraft, loadDrafts, removeDraft, setDraft, useDrafts } from './drafts.ts';
import { type SendOutcome, sendDraft } from './send-draft.ts';

export interface PlanEditing {
  /** What stands on the screen: the unsaved work, else what the server has; null while neither is there. */
  readonly content: PlanContent | null;
  readonly draft: PlanDraft | null;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly outcome: SendOutcome | null;
  readonly change: (update: (content: PlanContent) => PlanContent) => void;
  readonly save: (draft?: PlanDraft) => void;
  /** Throws the unsaved work away. @returns it, to be put back */
  readonly discard: () => PlanDraft | null;
}

/** The plan as it is being written, the same for form, map and merge. `view` undefined: not there yet. */
export function usePlanDraft(
  code: string,
  residentId: string,
  view: PlanView | undefined,
  personName: string | null,
): PlanEditing {
  const account = useAccount()?.id ?? '';
  const key = draftKey(account, code, residentId);
  const draft = useDrafts().get(key) ?? null;
  const queryClient = useQueryClient();
  const [state, setState] = useState<Pick<PlanEditing, 'isSaving' | 'error' | 'outcome'>>(IDLE);
  // Nothing is written over what was left unsaved before that is there.
  const [loadedFor, setLoadedFor] = useState<string | null>(null);
  useEffect(() => {
    const late = new Promise((done) => setTimeout(done, MOST_WAIT_MILLIS));
    void Promise.race([loadDrafts(account), late]).then(() => setLoadedFor(account));
  }, [account]);

  const change = useCallback(
    (update: (content: PlanContent) => PlanContent) => {
      const whose = { account, code, residentId, personName };
      const former =
        currentDraft(key) ?? (view === undefined ? null : beginDraft(whose, view, Date.now()));
      if (former === null) return;
      setState((was) => (was === IDLE || was.isSaving ? was : IDLE));
      setDraft(withMine(former, update(former.mine), Date.now()));
    },
    [account, code, residentId, personName, key, view],
  );
  const save = useCallback(
    (given?: PlanDraft) => {
      const whose = { account, code, residentId, personName };
      const toSend =
        given ??
        currentDraft(key) ??
        (view === undefined ? null : beginDraft(whose, view, Date.now()));
      if (toSend === null) return;
      setState({ isSaving: true, error: null, outcome: null });
      sendDraft(toSend, queryClient).then(
        (outcome) => setState({ isSaving: false, error: null, outcome }),
        (error: Error) => setState({ isSaving: false, error, outcome: null }),
      );
    },
    [account, code, residentId, personName, key, view, queryClient],
  );
  const discard = useCallback(() => {
    const former = currentDraft(key) ?? null;
    removeDraft(key);
    setState(IDLE);
    return former;
  }, [key]);
  const isLoaded = loadedFor === account;
  const content = isLoaded ? (draft?.mine ?? view?.content ?? null) : null;
  return useMemo(
    () => ({
      ...state,
      ...{ content, draft, change, save, discard },
      isDirty: draft !== null && isDirty(draft),
    }),
    [state, content, draft, change, save, discard],
  );
}

/** A browser whose storage hangs keeps nobody from the plan. */
const MOST_WAIT_MILLIS = 2000;
const IDLE = { isSaving: false, error: null, outcome: null };
