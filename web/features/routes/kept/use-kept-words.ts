import { kept as english } from '../../../i18n/en/kept.ts';
import { kept as japanese } from '../../../i18n/ja/kept.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type KeptWords = typeof japanese;

export function useKeptWords(): KeptWords {
  return usePreferences().language === 'en' ? english : japanese;
}
