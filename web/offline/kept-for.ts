import { forgetAnswers } from './kept-answers.ts';
import { chooseToKeepPeople } from './people-key.ts';

/** Whose answers this browser keeps: an id that says nothing by itself. */
const KEY = 'michishirube.kept-for';

/** What another account left on this device is removed, with its choice to keep people, before anything is shown. */
export async function keepOnlyFor(accountId: string): Promise<void> {
  if (read() === accountId) return;
  await forgetAccount();
  write(accountId);
}

/** Nothing of the account that was signed in stays on this device. */
export async function forgetAccount(): Promise<void> {
  await forgetAnswers();
  write(null);
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(accountId: string | null): void {
  try {
    if (accountId === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, accountId);
    chooseToKeepPeople(false);
  } catch {
    // A browser that keeps nothing for us has nothing to forget either.
  }
}
