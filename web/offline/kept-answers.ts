import { forgetPeopleKey, KEEP_PEOPLE_HOURS, peopleKey } from './people-key.ts';
import { type Sealed, seal, unseal } from './seal.ts';
import { answers } from './store.ts';

/** What the server answered last, for when it cannot be reached. */
export interface KeptAnswer {
  readonly value: unknown;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** Answers without a person of the roster in them. Everything else is sealed: a new path is private until it stands here. */
const OPEN_PATH =
  /^\/(session|access|municipalities(\/\d{5}(\/(summary|districts|shelters(\/[^/]+)?|zones\/[^/]+|datasets|warnings))?)?)$/;
const HOUR_MILLIS = 3_600_000;
const OPEN_HOURS = 30 * 24;
const MOST_PEOPLE_ANSWERS = 200;

export function isOpenPath(path: string): boolean {
  return OPEN_PATH.test(path);
}

export async function keepAnswer(path: string, value: unknown): Promise<void> {
  const keptAt = Date.now();
  if (isOpenPath(path)) {
    await answers.put(path, { keptAt, isPersonal: false, content: value });
    return;
  }
  const key = await peopleKey();
  if (key === null) return;
  await answers.put(path, { keptAt, isPersonal: true, content: await seal(key, value) });
}

/** Null where nothing was kept, it is too old, or this window may not read it. */
export async function recallAnswer(path: string): Promise<KeptAnswer | null> {
  const record = await answers.get(path);
  if (!record || isTooOld(record.keptAt, record.isPersonal)) return null;
  if (!record.isPersonal) return { value: record.content, keptAt: record.keptAt };
  const key = await peopleKey();
  // It was put there by `keepAnswer`.
  const value = key === null ? null : await unseal(key, record.content as Sealed);
  return value === null ? null : { value, keptAt: record.keptAt };
}

/** Removes what is too old, and all about people that this window cannot read. */
export async function tidyAnswers(): Promise<void> {
  const key = await peopleKey();
  let people = 0;
  for (const path of (await answers.keys()) ?? []) {
    if (typeof path !== 'string') continue;
    const record = await answers.get(path);
    if (!record) continue;
    const isReadable =
      !record.isPersonal ||
      (key !== null && (await unseal(key, record.content as Sealed)) !== null);
    if (record.isPersonal) people += 1;
    if (!isReadable || people > MOST_PEOPLE_ANSWERS || isTooOld(record.keptAt, record.isPersonal))
      await answers.delete(path);
  }
}

/** Removes every answer, the key, and what the map kept; the application's own files stay. */
export async function forgetAnswers(): Promise<void> {
  for (const path of (await answers.keys()) ?? [])
    if (typeof path === 'string') await answers.delete(path);
  await forgetPeopleKey();
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys()) if (name.startsWith('map ')) await caches.delete(name);
}

function isTooOld(keptAt: number, isPersonal: boolean): boolean {
  return Date.now() - keptAt > (isPersonal ? KEEP_PEOPLE_HOURS : OPEN_HOURS) * HOUR_MILLIS;
}
