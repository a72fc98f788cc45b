import { stations as english } from '../../../i18n/en/stations.ts';
import { stations as japanese } from '../../../i18n/ja/stations.ts';
import { usePreferences } from '../../../state/preferences.ts';

/** Words that come when somebody enters stations. */
export const useStationWords = (): typeof japanese =>
  usePreferences().language === 'en' ? english : japanese;
