import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { keyOfBrowser } from '../../../offline/key-of-browser.ts';
import { type Sealed, seal, unseal } from '../../../offline/seal.ts';
import { keyOfDraft, type PlanDraft } from './draft.ts';
import { KEPT_DRAFTS } from './kept-name.ts';

/**
 * Unsaved work on plans, so that it outlives the page. It is sealed by a key that cannot be taken out of
 * this browser; what is older than KEPT_DAYS goes. Signing out does not remove it: it is somebody's work,
 * shown to nobody but the account that wrote it.
 */
interface KeptDrafts extends DBSchema {
  drafts: { key: string; value: { readonly changedAt: number; readonly sealed: Sealed } };
  keys: { key: string; value: CryptoKey };
}

const KEPT_DAYS = 30;
const DAY_MILLIS = 86_400_000;

let opening: Promise<IDBPDatabase<KeptDrafts>> | null = null;
let making: Promise<CryptoKey> | null = null;

function open(): Promise<IDBPDatabase<KeptDrafts>> {
  opening ??= openDB<KeptDrafts>(KEPT_DRAFTS, 1, {
    upgrade(database) {
      database.createObjectStore('drafts');
      database.createObjectStore('keys');
    },
  });
  return opening;
}

function sealingKey(): Promise<CryptoKey> {
  making ??= open().then((database) =>
    keyOfBrowser({
      get: () => database.get('keys', 'drafts'),
      add: (key) => database.add('keys', key, 'drafts'),
    }),
  );
  return making;
}

/** @returns false where this browser keeps nothing (private window, full disk, no secure address) */
export async function keepDraft(draft: PlanDraft): Promise<boolean> {
  try {
    const sealed = await seal(await sealingKey(), draft);
    await (await open()).put('drafts', { changedAt: draft.changedAt, sealed }, keyOfDraft(draft));
    return true;
  } catch {
    return false;
  }
}

export async function dropDraft(key: string): Promise<void> {
  try {
    await (await open()).delete('drafts', key);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** All that an account has left unsaved in this browser; what is too old is removed. */
export async function draftsOf(account: string, now: number): Promise<PlanDraft[]> {
  try {
    const database = await open();
    const found: PlanDraft[] = [];
    for (const key of await database.getAllKeys('drafts')) {
      const kept = await database.get('drafts', key);
      if (kept === undefined) continue;
      if (now - kept.changedAt > KEPT_DAYS * DAY_MILLIS) await database.delete('drafts', key);
      else if (key.startsWith(`${encodeURIComponent(account)}/`)) {
        // It was put there by `keepDraft`.
        const draft = (await unseal(await sealingKey(), kept.sealed)) as PlanDraft | null;
        if (draft !== null) found.push(draft);
      }
    }
    return found;
  } catch {
    return [];
  }
}
