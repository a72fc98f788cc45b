import { response as english } from '../../i18n/en/response.ts';
import { response as japanese } from '../../i18n/ja/response.ts';
import { usePreferences } from '../../state/preferences.ts';

export type ResponseWords = typeof japanese;

/** These words come with their place and not with the first view. */
export function useResponseWords(): ResponseWords {
  return usePreferences().language === 'en' ? english : japanese;
}

/** Hours and minutes by the clock of this computer: in a response it is today. */
export function clockText(isoMoment: string): string {
  const moment = new Date(isoMoment);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}
