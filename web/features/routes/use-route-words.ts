import { routes as english } from '../../i18n/en/routes.ts';
import { routes as japanese } from '../../i18n/ja/routes.ts';
import { usePreferences } from '../../state/preferences.ts';

export type RouteWords = typeof japanese;

/** The words of routes come with their place and not with the first view. */
export function useRouteWords(): RouteWords {
  return usePreferences().language === 'en' ? english : japanese;
}
