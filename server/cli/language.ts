import type { Bilingual } from '#domain/resident/labels';

export type Language = 'ja' | 'en';

/** `--lang`, else the language of the terminal; Japanese where neither says English. */
export function chooseLanguage(
  args: readonly string[],
  environmentLanguage: string | undefined,
): Language {
  const place = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const said = place === -1 ? undefined : (args[place]?.split('=')[1] ?? args[place + 1]);
  return (said ?? environmentLanguage ?? '').toLowerCase().startsWith('en') ? 'en' : 'ja';
}

/** Says a text in the language of this run. */
export type Say = (text: Bilingual) => string;

export const sayIn =
  (language: Language): Say =>
  (text) =>
    text[language];
