import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { keyOfBrowser } from '../../offline/key-of-browser.ts';
import { type Sealed, seal, unseal } from '../../offline/seal.ts';
import { KEPT_SHEETS } from './kept-name.ts';
import type { WaitingSheet } from './outbox.ts';

/** Sheets that could not be sent yet, sealed by a key that cannot be taken out of this browser. */
interface KeptSheets extends DBSchema {
  sheets: { key: string; value: { readonly account: string; readonly sealed: Sealed } };
  keys: { key: string; value: CryptoKey };
}

let opening: Promise<IDBPDatabase<KeptSheets>> | null = null;
let making: Promise<CryptoKey> | null = null;

function open(): Promise<IDBPDatabase<KeptSheets>> {
  opening ??= openDB<KeptSheets>(KEPT_SHEETS, 1, {
    upgrade(database) {
      database.createObjectStore('sheets');
      database.createObjectStore('keys');
    },
  });
  return opening;
}

function sealingKey(): Promise<CryptoKey> {
  making ??= open().then((database) =>
    keyOfBrowser({
      get: () => database.get('keys', 'sheets'),
      add: (key) => database.add('keys', key, 'sheets'),
    }),
  );
  return making;
}

/** @returns false where this browser keeps nothing */
export async function keepSheet(sheet: WaitingSheet): Promise<boolean> {
  try {
    const sealed = await seal(await sealingKey(), sheet);
    await (await open()).put('sheets', { account: sheet.account, sealed }, sheet.body.id);
    return true;
  } catch {
    return false;
  }
}

export async function dropSheet(id: string): Promise<void> {
  try {
    await (await open()).delete('sheets', id);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** All that an account has not sent from this browser. */
export async function keptSheets(account: string): Promise<WaitingSheet[]> {
  try {
    const all = await (await open()).getAll('sheets');
    const found: WaitingSheet[] = [];
    for (const { sealed } of all.filter((one) => one.account === account)) {
      // It was put there by `keepSheet`.
      const sheet = (await unseal(await sealingKey(), sealed)) as WaitingSheet | null;
      if (sheet !== null) found.push(sheet);
    }
    return found;
  } catch {
    return [];
  }
}
