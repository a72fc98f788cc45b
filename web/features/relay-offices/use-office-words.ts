import { relayOffices as english } from '../../i18n/en/relay-offices.ts';
import { relayOffices as japanese } from '../../i18n/ja/relay-offices.ts';
import { usePreferences } from '../../state/preferences.ts';

/** These words come with their section and not with the first view. */
export function useOfficeWords(): typeof japanese {
  return usePreferences().language === 'en' ? english : japanese;
}
