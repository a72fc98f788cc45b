import { drillAfter as english } from '../../../i18n/en/drill-after.ts';
import { drillAfter as japanese } from '../../../i18n/ja/drill-after.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type DrillAfterWords = typeof japanese;

export function useAfterWords(): DrillAfterWords {
  return usePreferences().language === 'en' ? english : japanese;
}
