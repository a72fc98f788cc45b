import { drillRun as english } from '../../../i18n/en/drill-run.ts';
import { drillRun as japanese } from '../../../i18n/ja/drill-run.ts';
import { usePreferences } from '../../../state/preferences.ts';

export type DrillRunWords = typeof japanese;

export function useRunWords(): DrillRunWords {
  return usePreferences().language === 'en' ? english : japanese;
}
