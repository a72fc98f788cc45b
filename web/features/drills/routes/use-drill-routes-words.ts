import { drillRoutes as english } from '../../../i18n/en/drill-routes.ts';
import { drillRoutes as japanese } from '../../../i18n/ja/drill-routes.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type DrillRoutesWords = typeof japanese;

export function useDrillRoutesWords(): DrillRoutesWords {
  return usePreferences().language === 'en' ? english : japanese;
}
