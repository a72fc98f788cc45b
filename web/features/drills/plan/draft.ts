import type { DrillContent } from '#domain/drill/content';
import { isSame } from '#domain/plan/same';
import type { DrillMerge } from '../../../api/drills.ts';

/** Unsaved work on a drill's plan, with the steps by which it came about. */
export interface DrillDraft {
  readonly account: string;
  readonly code: string;
  readonly drillId: string;
  /** The version that it was begun from, and what stood in it. */
  readonly version: number;
  readonly base: DrillContent;
  readonly mine: DrillContent;
  /** What stood before each change, the last one at the end. */
  readonly past: readonly DrillContent[];
  readonly undone: readonly DrillContent[];
  /** Name of the field that the last change was in: typing on in it is one change. */
  readonly field: string | null;
  /** Somebody else saved meanwhile: both edits, to be decided on. */
  readonly conflict: DrillMerge | null;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

const MOST_STEPS = 100;

export const beginDraft = (
  whose: Pick<DrillDraft, 'account' | 'code' | 'drillId'>,
  version: number,
  plan: DrillContent,
): DrillDraft => ({
  ...whose,
  ...{ version, base: plan, mine: plan, past: [], undone: [] },
  ...{ field: null, conflict: null, changedAt: 0 },
});

/** @param field where it is typed; null: a change of its own */
export function changed(
  draft: DrillDraft,
  mine: DrillContent,
  field: string | null,
  changedAt: number,
): DrillDraft {
  const isSameChange = field !== null && field === draft.field && draft.past.length > 0;
  const past = isSameChange ? draft.past : [...draft.past, draft.mine].slice(-MOST_STEPS);
  return { ...draft, mine, past, undone: [], field, changedAt };
}

export function undo(draft: DrillDraft, changedAt: number): DrillDraft {
  const before = draft.past.at(-1);
  if (before === undefined) return draft;
  return {
    ...draft,
    ...{ mine: before, past: draft.past.slice(0, -1), undone: [...draft.undone, draft.mine] },
    ...{ field: null, changedAt },
  };
}

export function redo(draft: DrillDraft, changedAt: number): DrillDraft {
  const next = draft.undone.at(-1);
  if (next === undefined) return draft;
  return {
    ...draft,
    ...{ mine: next, past: [...draft.past, draft.mine], undone: draft.undone.slice(0, -1) },
    ...{ field: null, changedAt },
  };
}

export const isDirty = ({ base, mine, conflict }: DrillDraft): boolean =>
  conflict !== null || !isSame(base, mine);

/** What is left when `sent` was saved: what was written while it was under way, else what was saved. */
export const afterSave = (
  draft: DrillDraft,
  sent: DrillContent,
  version: number,
  saved: DrillContent,
): DrillDraft => ({
  ...draft,
  ...{ version, base: saved, mine: isSame(draft.mine, sent) ? saved : draft.mine },
  conflict: null,
});
