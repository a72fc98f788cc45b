import { plans as english } from '../../i18n/en/plans.ts';
import { plans as japanese } from '../../i18n/ja/plans.ts';
import { usePreferences } from '../../state/preferences.ts';

export type PlanWords = typeof japanese;

/** The words of plans come with their place and not with the first view. */
export function usePlanWords(): PlanWords {
  return usePreferences().language === 'en' ? english : japanese;
}
