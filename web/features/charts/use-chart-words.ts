import { charts as english } from '../../i18n/en/charts.ts';
import { charts as japanese } from '../../i18n/ja/charts.ts';
import { usePreferences } from '../../state/preferences.ts';

export type ChartWords = typeof japanese;

/** The words of charts come with their place and not with the first view. */
export function useChartWords(): ChartWords {
  return usePreferences().language === 'en' ? english : japanese;
}
