import { resources as english } from '../../i18n/en/resources.ts';
import { resources as japanese } from '../../i18n/ja/resources.ts';
import { usePreferences } from '../../state/preferences.ts';

export type ResourceWords = typeof japanese;

/** These words come with their tab and not with the first view. */
export function useResourceWords(): ResourceWords {
  return usePreferences().language === 'en' ? english : japanese;
}
