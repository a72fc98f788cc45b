import { retention as english } from '../../i18n/en/retention.ts';
import { retention as japanese } from '../../i18n/ja/retention.ts';
import { usePreferences } from '../../state/preferences.ts';

/** These words come with their section and not with the first view. */
export function useRetentionWords(): typeof japanese {
  return usePreferences().language === 'en' ? english : japanese;
}
