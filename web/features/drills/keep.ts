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
  }).then((database) => {
    dropOld(database).catch(() => {});
    return database;
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

/** What an account keeps under a key; null where it is nothing, too old, or was sealed by another key. */
export async function recall<Value>(
  table: KeptTable,
  account: string,
  key: string,
): Promise<Value | null> {
  try {
    const kept = await (await open()).get(table, key);
    if (kept === undefined || kept.account !== account || isOld(kept)) return null;
    // It was put there by `keep`.
    return (await unseal(await sealingKey(), kept.sealed)) as Value | null;
  } catch {
    return null;
  }
}

/** Under which keys an account keeps something; nothing of it is opened. */
export async function keysOf(table: KeptTable, account: string): Promise<string[]> {
  try {
    const database = await open();
    const own: string[] = [];
    for (const key of await database.getAllKeys(table))
      if ((await database.get(table, key))?.account === account) own.push(key);
    return own;
  } catch {
    return [];
  }
}

const isOld = ({ keptAt }: Kept) => Date.now() - keptAt > KEPT_DAYS * DAY_MILLIS;

/** Whoever kept it: an account that never comes back leaves nothing behind. */
async function dropOld(database: IDBPDatabase<KeptDrills>): Promise<void> {
  for (const table of ['drafts', 'events', 'photos'] as const)
    for (const key of await database.getAllKeys(table)) {
      const kept = await database.get(table, key);
      if (kept !== undefined && isOld(kept)) await database.delete(table, key);
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
const numbers: Numbers[] = [];
let reserving: Promise<void> | null = null;

/**
 * Has a name at hand for what is written down next, so that nobody waits for the browser's database.
 * @returns what this browser is called in it
 */
export async function prepareNames(): Promise<string> {
  if (numbers.length === 0) await reserve();
  return numbers[0]!.deviceId;
}

/** The name of what is written down; at once where names are at hand. */
export function nextName(): EventName | Promise<EventName> {
  const [own] = numbers;
  if (own === undefined) return reserve().then(nextName);
  const { deviceId, next, last } = own;
  if (next < last) numbers[0] = { deviceId, next: next + 1, last };
  else numbers.shift();
  if (last - next === FEW) void reserve();
  return { deviceId, sequence: next };
}

/** Each block is there once, however many wait for it. */
function reserve(): Promise<void> {
  reserving ??= ownNumbers()
    .then((more) => void numbers.push(more))
    .finally(() => {
      reserving = null;
    });
  return reserving;
}

/** What this browser is called, and numbers that no other window of it gets. */
async function ownNumbers(): Promise<Numbers> {
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
}
