import { usePreferences } from '../state/preferences.ts';
import type { Language } from './language.ts';
import { type Words, wordsOf } from './words.ts';

const japaneseWords = wordsOf('ja');
const loaded: Partial<Record<Language, Words>> = { ja: japaneseWords };

/** Fetches the catalogue of a language; Japanese comes with the application. Throws where it cannot be fetched. */
export async function loadLanguage(language: Language): Promise<void> {
  if (loaded[language] !== undefined) return;
  const { english } = await import('./english.ts');
  loaded.en = wordsOf('en', english);
}

/** What the screen says, in the chosen language as soon as that is loaded. */
export function useWords(): Words {
  return loaded[usePreferences().language] ?? japaneseWords;
}
