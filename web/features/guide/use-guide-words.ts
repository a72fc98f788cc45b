import { guide as english } from '../../i18n/en/guide.ts';
import { guide as japanese } from '../../i18n/ja/guide.ts';
import { usePreferences } from '../../state/preferences.ts';

export function useGuideWords(): typeof japanese {
  return usePreferences().language === 'en' ? english : japanese;
}
