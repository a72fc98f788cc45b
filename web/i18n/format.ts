import { metresText } from '#domain/geo/metres-text';
import { localDay } from '#domain/local-day';
import type { Language } from './language.ts';

/** Eras as offices write them; 昭和 and before do not occur in dates of data, but in birth dates. */
const ERAS = [
  { name: '令和', from: '2019-05-01', firstYear: 2019 },
  { name: '平成', from: '1989-01-08', firstYear: 1989 },
  { name: '昭和', from: '1926-12-25', firstYear: 1926 },
  { name: '大正', from: '1912-07-30', firstYear: 1912 },
  { name: '明治', from: '1868-10-23', firstYear: 1868 },
] as const;

/** `2026-11-24` → `2026年11月24日(令和8年)`, in English `24 Nov 2026`; of a moment the day it is in Japan. */
export function formatDate(isoText: string, language: Language): string {
  const isoDate = isoText.includes('T') ? localDay(new Date(isoText)) : isoText;
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  if (language === 'en') {
    return new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(Date.UTC(year, month - 1, day));
  }
  const era = ERAS.find(({ from }) => isoDate >= from);
  const eraYear = era === undefined ? null : year - era.firstYear + 1;
  const eraText = era === undefined ? '' : `(${era.name}${eraYear === 1 ? '元' : eraYear}年)`;
  return `${year}年${month}月${day}日${eraText}`;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Tokyo' });

/** A moment by the clock in Japan, as on paper and in the records, wherever this computer believes to be. */
export function formatMoment(isoMoment: string, language: Language): string {
  return `${formatDate(isoMoment, language)} ${clock.format(new Date(isoMoment))}`;
}

export function formatNumber(value: number): string {
  return value.toLocaleString('en-US');
}

/** Metres as they are read aloud, with their unit. */
export function formatMeters(meters: number, language: Language): string {
  const text = metresText(meters);
  return language === 'ja' ? `${text}メートル` : `${text} metres`;
}
