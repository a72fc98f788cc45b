import { duplicatePlans as english } from '../../i18n/en/duplicate-plans.ts';
import { duplicatePlans as japanese } from '../../i18n/ja/duplicate-plans.ts';
import { usePreferences } from '../../state/preferences.ts';

/** These words come with the judging of duplicates and not with the first view. */
export function useDuplicatePlanWords(): typeof japanese {
  return usePreferences().language === 'en' ? english : japanese;
}
