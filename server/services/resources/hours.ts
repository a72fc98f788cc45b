import OpeningHours from 'opening_hours';
import type { ResourceOnWire } from '#contract/resource';

/** Holidays are those of Japan; where in it matters to nothing but sunrise. */
const JAPAN = {
  ...{ lat: 34.35, lon: 132.33 },
  address: { country_code: 'jp', country: '日本', state: '広島県' },
};
/** 日本標準時 has no summer time. */
const JAPAN_MILLIS = 9 * 3_600_000;
const MINUTE_MILLIS = 60_000;

/** The library reads the clock of this machine: a date that shows the time of Japan on it. */
const shownHere = (moment: Date): Date => {
  const shifted = new Date(moment.getTime() + JAPAN_MILLIS);
  return new Date(shifted.getTime() + shifted.getTimezoneOffset() * MINUTE_MILLIS);
};
const asMoment = (shown: Date): Date =>
  new Date(shown.getTime() - shown.getTimezoneOffset() * MINUTE_MILLIS - JAPAN_MILLIS);

/** Why hours cannot be read; null where they can. */
export function problemOfHours(hours: string): string | null {
  try {
    read(hours);
    return null;
  } catch (error) {
    return String(error).split('\n')[0] ?? '';
  }
}

/** In words, and whether it is open at a moment. Null for what nobody can read. */
export function describeHours(hours: string, now: Date): ResourceOnWire['hours'] {
  if (problemOfHours(hours) !== null) return null;
  const opening = read(hours);
  const here = shownHere(now);
  const next = opening.getNextChange(here);
  return {
    words: { ja: inJapanese(words(opening, 'ja')), en: words(opening, 'en') },
    isOpen: opening.getUnknown(here) ? null : opening.getState(here),
    changesAt: next === undefined ? null : asMoment(next).toISOString(),
  };
}

/** Reading them takes milliseconds each, and the same few stand in many resources. */
const known = new Map<string, OpeningHours>();
const MOST_KNOWN = 1000;

/** Throws where they cannot be read. */
function read(hours: string): OpeningHours {
  const before = known.get(hours);
  if (before !== undefined) return before;
  const opening = new OpeningHours(hours, JAPAN);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(hours, opening);
  return opening;
}

const words = (opening: OpeningHours, locale: string) =>
  opening.prettifyValue({ conf: { locale } } as Parameters<OpeningHours['prettifyValue']>[0]);

/** What the library leaves in English or in its own signs. */
const JAPANESE: readonly (readonly [RegExp, string])[] = [
  [/public holidays?|PH/g, '祝日'],
  [/school holidays?|SH/g, '学校の休み'],
  [/closed|off/g, '休み'],
  [/\bopen\b/g, '開いている'],
  [/unknown/g, '要確認'],
  [/24\/7/g, 'いつでも'],
  [/([月火水木金土日])\[(\d)\]/g, '第$2$1曜'],
  [/([月火水木金土日曜]),\s*/g, '$1・'],
  [/\[-1\]/g, '(最終週)'],
  [/(\d{2}:\d{2})-(\d{2}:\d{2})/g, '$1〜$2'],
  [/([月火水木金土日])-([月火水木金土日])/g, '$1〜$2曜'],
  [/;\s*/g, '、'],
  [/"([^"]*)"/g, '($1)'],
];

const inJapanese = (text: string): string =>
  JAPANESE.reduce((said, [pattern, instead]) => said.replaceAll(pattern, instead), text);
