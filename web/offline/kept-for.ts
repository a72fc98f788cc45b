import { forgetAnswers } from './kept-answers.ts';
import { chooseToKeepPeople } from './people-key.ts';

/** Whose answers this browser keeps: an id that says nothing by itself. */
const KEY = 'michishirube.kept-for';

/** What another account left on this device is removed, with its choice to keep people, before anything is shown. */
export async function keepOnlyFor(accountId: string): Promise<void> {
  try {
    if (localStorage.getItem(KEY) === accountId) return;
    await forgetAnswers();
    chooseToKeepPeople(false);
    localStorage.setItem(KEY, accountId);
  } catch {
    // A browser that keeps nothing for us has nothing to forget either.
  }
}
