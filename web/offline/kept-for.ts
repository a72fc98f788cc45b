import { forgetAnswers } from './kept-answers.ts';
import { chooseToKeepPeople } from './people-key.ts';

/** Whose answers this browser keeps. */
const KEY = 'michishirube.kept-for';

/**
 * What another account left on this device, or the same one in another role or with another reach, is removed
 * with its choice to keep people, before anything is shown.
 */
export async function keepOnlyFor(holder: string): Promise<void> {
  try {
    if (localStorage.getItem(KEY) === holder) return;
    await forgetAnswers();
    chooseToKeepPeople(false);
    localStorage.setItem(KEY, holder);
  } catch {
    // A browser that keeps nothing for us has nothing to forget either.
  }
}
