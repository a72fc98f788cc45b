import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Sealed, seal, unseal } from '../../offline/seal.ts';

/** A value of somebody's, sealed by a key that cannot be taken out of this browser. */
interface Kept {
  /** Account that wrote it: it is shown to and sent for nobody else. */
  readonly account: string;
  readonly keptAt: number;
  readonly sealed: Sealed;
}

/** What of drills this browser keeps: unsaved plans, what was ticked and not sent, photos, and what it is called. */
interface KeptDrills extends DBSchema {
  drafts: { key: string; value: Kept };
  events: { key: string; value: Kept };
  photos: { key: string; value: Kept };
  keys: { key: string; value: CryptoKey };
  device: { key: string; value: { readonly id: string; readonly sequence: number } };
}
export type KeptTable = 'drafts' | 'events' | 'photos';

const KEPT_DAYS = 30;
const DAY_MILLIS = 86_400_000;

let opening: Promise<IDBPDatabase<KeptDrills>> | null = null;
let making: Promise<CryptoKey> | null = null;

function open(): Promise<IDBPDatabase<KeptDrills>> {
  opening ??= openDB<KeptDrills>('michishirube-drills', 1, {
    upgrade(database) {
      for (const table of ['drafts', 'events', 'photos', 'keys', 'device'] as const)
        database.createObjectStore(table);
    },
  });
  return opening;
}

function keyOfBrowser(): Promise<CryptoKey> {
  making ??= (async () => {
    const database = await open();
    const kept = await database.get('keys', 'drills');
    if (kept !== undefined) return kept;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await database.put('keys', made, 'drills');
    return made;
  })();
  return making;
}

/** @returns false where this browser keeps nothing (private window, full disk, no secure address) */
export async function keep(
  table: KeptTable,
  key: string,
  account: string,
  value: unknown,
): Promise<boolean> {
  try {
    const sealed = await seal(await keyOfBrowser(), value);
    await (await open()).put(table, { account, keptAt: Date.now(), sealed }, key);
    return true;
  } catch {
    return false;
  }
}

export async function drop(table: KeptTable, keys: readonly string[]): Promise<void> {
  try {
    const database = await open();
    await Promise.all(keys.map((key) => database.delete(table, key)));
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** All of an account under keys that begin so; what is too old, or was sealed by another key, is left out. */
export async function recall<Value>(
  table: KeptTable,
  account: string,
  keyStart: string,
): Promise<[key: string, value: Value][]> {
  try {
    const database = await open();
    const found: [string, Value][] = [];
    for (const key of await database.getAllKeys(table)) {
      const kept = await database.get(table, key);
      if (kept === undefined || kept.account !== account || !key.startsWith(keyStart)) continue;
      if (Date.now() - kept.keptAt > KEPT_DAYS * DAY_MILLIS) await database.delete(table, key);
      else {
        // It was put there by `keep`.
        const value = (await unseal(await keyOfBrowser(), kept.sealed)) as Value | null;
        if (value !== null) found.push([key, value]);
      }
    }
    return found;
  } catch {
    return [];
  }
}

let withoutStore = { id: crypto.randomUUID(), sequence: 0 };

/** What this browser is called, and the next number of what it writes down: no two windows get the same. */
export async function nextName(): Promise<{
  readonly deviceId: string;
  readonly sequence: number;
}> {
  try {
    const transaction = (await open()).transaction('device', 'readwrite');
    const before = (await transaction.store.get('own')) ?? { id: crypto.randomUUID(), sequence: 0 };
    const next = { id: before.id, sequence: before.sequence + 1 };
    await transaction.store.put(next, 'own');
    await transaction.done;
    return { deviceId: next.id, sequence: next.sequence };
  } catch {
    withoutStore = { ...withoutStore, sequence: withoutStore.sequence + 1 };
    return { deviceId: withoutStore.id, sequence: withoutStore.sequence };
  }
}
