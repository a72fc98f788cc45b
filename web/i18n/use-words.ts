import { usePreferences } from '../state/preferences.ts';
import { type Words, wordsOf } from './words.ts';

const WORDS = { ja: wordsOf('ja'), en: wordsOf('en') };

/** What the screen says, in the chosen language. */
export function useWords(): Words {
  return WORDS[usePreferences().language];
}
