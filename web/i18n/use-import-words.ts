import { imports as english } from './en/imports.ts';
import { imports as japanese } from './ja/imports.ts';
import { useWords } from './use-words.ts';
import { wordsOfPlace } from './words-of-place.ts';

export type ImportWords = ReturnType<typeof importWords>;
export const importWords = wordsOfPlace('imports', { ja: japanese, en: english });

export const useImportWords = (): ImportWords => importWords(useWords());
