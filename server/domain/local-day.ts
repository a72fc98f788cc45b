const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** The day in Japan as YYYY-MM-DD: ages and "today" follow the city's calendar, not the server's. */
export function localDay(now: Date): string {
  return format.format(now);
}

const minute = new Intl.DateTimeFormat('sv-SE', {
  ...{ dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Tokyo' },
});

/** The moment by the clock in Japan as YYYY-MM-DD HH:MM. */
export function localMinute(now: Date): string {
  return minute.format(now);
}
