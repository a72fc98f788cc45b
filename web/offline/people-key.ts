import { deviceKey } from './store.ts';

/**
 * The key that answers about persons are sealed with. By itself it lives as long as this window: whoever
 * opens the browser after it was closed cannot read them. Where the officer wants lists to stay on a
 * device of their own, it stays with the browser, cannot be taken out of it, and is made anew in time.
 */
const SESSION = 'michishirube.people-key';
const CHOICE = 'michishirube.keep-people';
export const KEEP_PEOPLE_HOURS = 12;
const HOUR_MILLIS = 3_600_000;
const AES = { name: 'AES-GCM', length: 256 } as const;
const USES: KeyUsage[] = ['encrypt', 'decrypt'];

/** Whether lists of people stay readable after the window is closed. */
export function keepsPeople(): boolean {
  try {
    return localStorage.getItem(CHOICE) === 'yes';
  } catch {
    return false;
  }
}

export function chooseToKeepPeople(isWanted: boolean): void {
  if (isWanted) localStorage.setItem(CHOICE, 'yes');
  else localStorage.removeItem(CHOICE);
}

/** Null where the browser cannot seal (no secure address) or keeps nothing. */
export async function peopleKey(): Promise<CryptoKey | null> {
  try {
    return await (keepsPeople() ? keyOfDevice() : keyOfWindow());
  } catch {
    return null;
  }
}

export async function forgetPeopleKey(): Promise<void> {
  sessionStorage.removeItem(SESSION);
  await deviceKey.delete();
}

async function keyOfDevice(): Promise<CryptoKey> {
  const kept = await deviceKey.get();
  const isYoung = kept && Date.now() - kept.madeAt < KEEP_PEOPLE_HOURS * HOUR_MILLIS;
  if (kept && isYoung) return kept.key;
  const key = await crypto.subtle.generateKey(AES, false, USES);
  await deviceKey.put({ key, madeAt: Date.now() });
  return key;
}

async function keyOfWindow(): Promise<CryptoKey> {
  const stored = sessionStorage.getItem(SESSION);
  if (stored !== null) {
    const jwk: JsonWebKey = JSON.parse(stored);
    return crypto.subtle.importKey('jwk', jwk, AES, true, USES);
  }
  const key = await crypto.subtle.generateKey(AES, true, USES);
  sessionStorage.setItem(SESSION, JSON.stringify(await crypto.subtle.exportKey('jwk', key)));
  return key;
}
