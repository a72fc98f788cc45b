import { fire as fireEnglish, site as siteEnglish } from '../../i18n/en/fire.ts';
import { fire as fireJapanese, site as siteJapanese } from '../../i18n/ja/fire.ts';
import { usePreferences } from '../../state/preferences.ts';

export type FireWords = typeof fireJapanese;
export type SiteWords = typeof siteJapanese;

/** Words that come when somebody looks at fire stations and findings on site, and not with routes. */
export function useFireWords(): FireWords {
  return usePreferences().language === 'en' ? fireEnglish : fireJapanese;
}

export function useSiteWords(): SiteWords {
  return usePreferences().language === 'en' ? siteEnglish : siteJapanese;
}
