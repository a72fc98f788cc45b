import { createStore } from '../../../state/store.ts';
import { drop, keep, recall } from '../keep.ts';
import { type DrillDraft, isDirty } from './draft.ts';

/** A key after another is kept together. */
const TYPING_MILLIS = 250;

const drafts = createStore<ReadonlyMap<string, DrillDraft>>(new Map());
/** False once this browser could not keep a draft: the screen says so. */
export const keepsDrafts = createStore(true);
const timers = new Map<string, ReturnType<typeof setTimeout>>();

export const keyOf = ({
  account,
  code,
  drillId,
}: Pick<DrillDraft, 'account' | 'code' | 'drillId'>) => [account, code, drillId].join('/');
export const useDrafts = drafts.use;
export const draftNow = (key: string): DrillDraft | undefined => drafts.get().get(key);

/** What the account left unsaved comes back; what was written on this page meanwhile stands. */
export async function loadDraft(account: string, key: string): Promise<void> {
  if (draftNow(key) !== undefined) return;
  const found = await recall<DrillDraft>('drafts', account, key);
  if (found !== null && draftNow(key) === undefined)
    drafts.set(new Map(drafts.get()).set(key, found));
}

/** On the page at once, and in the browser when the typing pauses; a clean one is not kept. */
export function setDraft(draft: DrillDraft): void {
  const key = keyOf(draft);
  drafts.set(new Map(drafts.get()).set(key, draft));
  if (!isDirty(draft)) {
    forget(key);
    return;
  }
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void keepNow(key), TYPING_MILLIS),
  );
}

export function removeDraft(key: string): void {
  const left = new Map(drafts.get());
  left.delete(key);
  drafts.set(left);
  forget(key);
}

function forget(key: string): void {
  clearTimeout(timers.get(key));
  timers.delete(key);
  void drop('drafts', [key]);
}

async function keepNow(key: string): Promise<void> {
  timers.delete(key);
  const draft = draftNow(key);
  if (draft === undefined) return;
  // The steps back stay with the page: what is kept is the work.
  const kept = { ...draft, past: [], undone: [] };
  keepsDrafts.set(await keep('drafts', key, draft.account, kept));
}

if (typeof addEventListener === 'function')
  addEventListener('pagehide', () => {
    for (const key of [...timers.keys()]) void keepNow(key);
  });
