import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { EventName } from '#domain/drill/run/event';
import { keyOfBrowser } from '../../offline/key-of-browser.ts';
import { type Sealed, seal, unseal } from '../../offline/seal.ts';
import { KEPT_DRILLS } from './kept-name.ts';

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
  opening ??= openDB<KeptDrills>(KEPT_DRILLS, 1, {
    upgrade(database) {
      for (const table of ['drafts', 'events', 'photos', 'keys', 'device'] as const)
        database.createObjectStore(table);
    },
  });
  return opening;
}

function sealingKey(): Promise<CryptoKey> {
  making ??= open().then((database) =>
    keyOfBrowser({
      get: () => database.get('keys', 'drills'),
      add: (key) => database.add('keys', key, 'drills'),
    }),
  );
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
    const sealed = await seal(await sealingKey(), value);
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
        const value = (await unseal(await sealingKey(), kept.sealed)) as Value | null;
        if (value !== null) found.push([key, value]);
      }
    }
    return found;
  } catch {
    return [];
  }
}

/** Numbers that are this window's alone, taken from the browser's count before they are needed. */
const BLOCK = 32;
const FEW = 8;
interface Numbers {
  readonly deviceId: string;
  readonly next: number;
  readonly last: number;
}
let numbers: Numbers | null = null;
let reserving: Promise<Numbers> | null = null;

/** What this browser is called, and numbers that no other window of it gets. */
function reserve(): Promise<Numbers> {
  reserving ??= (async (): Promise<Numbers> => {
    try {
      const transaction = (await open()).transaction('device', 'readwrite');
      const before = (await transaction.store.get('own')) ?? {
        id: crypto.randomUUID(),
        sequence: 0,
      };
      const last = before.sequence + BLOCK;
      await transaction.store.put({ id: before.id, sequence: last }, 'own');
      await transaction.done;
      return { deviceId: before.id, next: before.sequence + 1, last };
    } catch {
      // A browser that keeps nothing is another device each time.
      return { deviceId: crypto.randomUUID(), next: 1, last: Number.MAX_SAFE_INTEGER };
    }
  })().finally(() => {
    reserving = null;
  });
  return reserving;
}

/** Has a name at hand for what is written down next, so that nobody waits for the browser's database. */
export async function prepareNames(): Promise<void> {
  numbers ??= await reserve();
}

/** The name of what is written down; at once where names are at hand. */
export function nextName(): EventName | Promise<EventName> {
  if (numbers === null) return prepareNames().then(nextName);
  const { deviceId, next, last } = numbers;
  numbers = next < last ? { deviceId, next: next + 1, last } : null;
  if (last - next === FEW) void reserve().then((more) => spare.push(more));
  numbers ??= spare.shift() ?? null;
  return { deviceId, sequence: next };
}
const spare: Numbers[] = [];
