import { relay as english } from '../../i18n/en/relay.ts';
import { relay as japanese } from '../../i18n/ja/relay.ts';
import { usePreferences } from '../../state/preferences.ts';

export type RelayWords = typeof japanese;

/** These words come with their place and not with the first view. */
export function useRelayWords(): RelayWords {
  return usePreferences().language === 'en' ? english : japanese;
}
