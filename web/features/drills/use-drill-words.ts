import { drills as english } from '../../i18n/en/drills.ts';
import { drills as japanese } from '../../i18n/ja/drills.ts';
import { usePreferences } from '../../state/preferences.ts';

export type DrillWords = typeof japanese;

/** The words of drills come with their place and not with the first view. */
export function useDrillWords(): DrillWords {
  return usePreferences().language === 'en' ? english : japanese;
}
