import { drillPublish as english } from '../../../i18n/en/drill-publish.ts';
import { drillPublish as japanese } from '../../../i18n/ja/drill-publish.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type DrillPublishWords = typeof japanese;

export function usePublishWords(): DrillPublishWords {
  return usePreferences().language === 'en' ? english : japanese;
}
