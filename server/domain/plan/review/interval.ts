import type { ReviewFinding } from './finding.ts';
import { words } from './words.ts';

export interface Interval {
  /** When the plan was last confirmed, and today (YYYY-MM-DD). */
  readonly confirmedOn: string;
  readonly today: string;
  /** Months of the city's setting; null = no interval. */
  readonly reviewMonths: number | null;
}

/** That it is time to look at the plan again, whether anything changed or not. */
export function intervalFindings({ confirmedOn, today, reviewMonths }: Interval): ReviewFinding[] {
  if (reviewMonths === null || today < dayAfterMonths(confirmedOn, reviewMonths)) return [];
  return [
    {
      ...{ reason: 'interval-over', change: 'other', fromDate: confirmedOn, toDate: today },
      what: words('見直しの時期', 'Interval of reviews'),
      from: words(`${confirmedOn}に確認`, `Checked on ${confirmedOn}`),
      to: words(`${reviewMonths}か月が過ぎた`, `${reviewMonths} months are over`),
    },
  ];
}

/** The same day some months on, or the last of that month where it has no such day. */
export function dayAfterMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const place = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(place / 12), (place % 12) + 1];
  const last = Math.min(date, daysIn(inYear, inMonth));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(inYear).padStart(4, '0')}-${two(inMonth)}-${two(last)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
