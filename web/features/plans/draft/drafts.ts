import { createStore } from '../../../state/store.ts';
import { isDirty, keyOfDraft, type PlanDraft } from './draft.ts';
import { draftsOf, dropDraft, keepDraft } from './kept-drafts.ts';

type Drafts = ReadonlyMap<string, PlanDraft>;

/** A key after another is kept together. */
const TYPING_MILLIS = 250;

const drafts = createStore<Drafts>(new Map());
/** False once this browser could not keep a draft: the screen says so. */
export const keepsDrafts = createStore(true);
const timers = new Map<string, ReturnType<typeof setTimeout>>();
let loadedFor: string | null = null;
let loading: Promise<void> | null = null;

export const useDrafts = drafts.use;
export const currentDraft = (key: string): PlanDraft | undefined => drafts.get().get(key);

/** What the account left unsaved comes back, once; what was written on this page meanwhile stands. */
export function loadDrafts(account: string): Promise<void> {
  if (loadedFor !== account) {
    loadedFor = account;
    loading = draftsOf(account, Date.now()).then((kept) => {
      if (loadedFor !== account) return;
      const known = [...drafts.get()].filter(([, draft]) => draft.account === account);
      drafts.set(
        new Map([
          ...kept.map((draft): [string, PlanDraft] => [keyOfDraft(draft), draft]),
          ...known,
        ]),
      );
    });
  }
  return loading ?? Promise.resolve();
}

/** Keeps a draft on the page at once, and in the browser when the typing pauses; a clean one goes. */
export function setDraft(draft: PlanDraft, when: 'soon' | 'now' = 'soon'): void {
  const key = keyOfDraft(draft);
  if (!isDirty(draft) && !draft.isWaiting) {
    removeDraft(key);
    return;
  }
  drafts.set(new Map(drafts.get()).set(key, draft));
  clearTimeout(timers.get(key));
  const keep = () => void keepDraft(draft).then((isKept) => keepsDrafts.set(isKept));
  if (when === 'now') keep();
  else timers.set(key, setTimeout(keep, TYPING_MILLIS));
}

export function removeDraft(key: string): void {
  const left = new Map(drafts.get());
  left.delete(key);
  drafts.set(left);
  clearTimeout(timers.get(key));
  void dropDraft(key);
}

/** Before the page goes: nothing waits for the typing to pause. */
export function keepAllNow(): void {
  for (const [key, timer] of timers) {
    clearTimeout(timer);
    const draft = drafts.get().get(key);
    if (draft !== undefined) void keepDraft(draft);
  }
  timers.clear();
}
if (typeof addEventListener === 'function') addEventListener('pagehide', keepAllNow);
