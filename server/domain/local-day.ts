const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** The day in Japan as YYYY-MM-DD: ages and "today" follow the city's calendar, not the server's. */
export function localDay(now: Date): string {
  return format.format(now);
}
