import { travelProfiles as english } from '../../i18n/en/travel-profiles.ts';
import { travelProfiles as japanese } from '../../i18n/ja/travel-profiles.ts';
import { usePreferences } from '../../state/preferences.ts';

/** These words come with their section and not with the first view. */
export function useTravelProfileWords(): typeof japanese {
  return usePreferences().language === 'en' ? english : japanese;
}
