import { departures as english } from '../../../i18n/en/plan-proposals.ts';
import { departures as japanese } from '../../../i18n/ja/plan-proposals.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type DepartureWords = typeof japanese;

export function useDepartureWords(): DepartureWords {
  return usePreferences().language === 'en' ? english : japanese;
}
