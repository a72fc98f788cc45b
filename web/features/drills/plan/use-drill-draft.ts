import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { DrillView } from '#contract/drill';
import type { DrillContent } from '#domain/drill/content';
import { drillMergeIn, drillQuery, drillsQuery, saveDrill } from '../../../api/drills.ts';
import { useAccount } from '../../../api/session.ts';
import { afterSave, beginDraft, changed, type DrillDraft, isDirty, redo, undo } from './draft.ts';
import { draftNow, keyOf, loadDraft, removeDraft, setDraft, useDrafts } from './drafts.ts';
import { type FieldProblem, problemsOf, toSend } from './problems.ts';

export interface DrillEditing {
  readonly code: string;
  readonly view: DrillView;
  /** What stands on the screen: the unsaved work, else what the server has. */
  readonly content: DrillContent;
  readonly draft: DrillDraft | null;
  readonly mayWrite: boolean;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly error: Error | null;
  /** Told once somebody tried to save. */
  readonly problems: readonly FieldProblem[];
  /** @param field where it is typed; without: a change of its own, which is taken back by itself */
  readonly change: (update: (content: DrillContent) => DrillContent, field?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /**
   * Saves what changed, once at a time. While two edits collide nothing is saved but what was decided of them.
   * @returns what keeps it from being saved
   */
  readonly save: (decided?: DrillContent) => readonly FieldProblem[];
  readonly discard: () => DrillDraft | null;
}

const EditingContext = createContext<DrillEditing | null>(null);
export const DrillEditingProvider = EditingContext.Provider;
export function useDrillEditing(): DrillEditing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('outside of a drill that is edited');
  return editing;
}

/** Who agreed to take part is recorded by itself and not by a save: the server's word stands. */
function withConsents(mine: DrillContent, saved: DrillContent): DrillContent {
  const dates = new Map(saved.people.map(({ id, consentDate }) => [id, consentDate]));
  return {
    ...mine,
    people: mine.people.map((one) => ({ ...one, consentDate: dates.get(one.id) ?? null })),
  };
}

const IDLE = { isSaving: false, error: null as Error | null, isTold: false };

/** A drill's plan as it is being written, the same for all its parts and the map. */
export function useDrillDraft(code: string, view: DrillView): DrillEditing {
  const account = useAccount()?.id ?? '';
  const { id } = view;
  const key = keyOf({ account, code, drillId: id });
  const draft = useDrafts().get(key) ?? null;
  const queryClient = useQueryClient();
  const [state, setState] = useState(IDLE);
  useEffect(() => void loadDraft(account, key), [account, key]);
  const draftOr = useCallback(
    () => draftNow(key) ?? beginDraft({ account, code, drillId: id }, view.version, view.content),
    [account, code, id, key, view],
  );
  const change = useCallback(
    (update: (content: DrillContent) => DrillContent, field?: string) => {
      const former = draftOr();
      // A saved draft is as old as its save: others may have saved since.
      const current =
        isDirty(former) || former.version === view.version
          ? former
          : { ...former, version: view.version, base: view.content, mine: view.content };
      setDraft(changed(current, update(current.mine), field ?? null, Date.now()));
    },
    [draftOr, view],
  );
  const isUnderWay = state.isSaving;
  const save = useCallback(
    (decided?: DrillContent) => {
      const draft = draftNow(key);
      if (draft === undefined || !isDirty(draft) || !view.maySave || isUnderWay) return [];
      if (draft.conflict !== null && decided === undefined) return [];
      const content = decided ?? draft.mine;
      const problems = problemsOf(content);
      setState({ isSaving: problems.length === 0, error: null, isTold: problems.length > 0 });
      if (problems.length > 0) return problems;
      const version = draft.conflict?.version ?? draft.version;
      saveDrill(code, id, { version, content: toSend(content) as never }).then(
        (saved) => {
          queryClient.setQueryData(drillQuery(code, id).queryKey, saved);
          void queryClient.invalidateQueries({ queryKey: drillsQuery(code).queryKey });
          // Unless it was thrown away meanwhile.
          const now = draftNow(key);
          if (now !== undefined)
            setDraft(
              afterSave(
                decided === undefined ? now : { ...now, mine: decided },
                content,
                saved.version,
                saved.content,
              ),
            );
          setState(IDLE);
        },
        (error: Error) => {
          const merge = drillMergeIn(error);
          const now = draftNow(key);
          if (merge !== null && now !== undefined) setDraft({ ...now, conflict: merge });
          setState({ isSaving: false, error: merge === null ? error : null, isTold: false });
        },
      );
      return problems;
    },
    [code, id, key, view.maySave, isUnderWay, queryClient],
  );
  const step = useCallback(
    (take: typeof undo) => {
      const former = draftNow(key);
      if (former !== undefined) setDraft(take(former, Date.now()));
    },
    [key],
  );
  const discard = useCallback(() => {
    const former = draftNow(key) ?? null;
    removeDraft(key);
    setState(IDLE);
    return former;
  }, [key]);
  const hasWork = draft !== null && isDirty(draft);
  const content = useMemo(
    () => (draft !== null && hasWork ? withConsents(draft.mine, view.content) : view.content),
    [draft, hasWork, view.content],
  );
  const problems = useMemo(
    () => (state.isTold ? problemsOf(content) : []),
    [state.isTold, content],
  );
  return {
    ...{ code, view, content, draft, problems, change, save, discard },
    ...{ mayWrite: view.maySave, isDirty: hasWork, isSaving: state.isSaving, error: state.error },
    undo: () => step(undo),
    redo: () => step(redo),
  };
}
