const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480];
const MOST_TICKS = 10;

/** Minutes from the start to a round one after the last, with round ones to read them by. */
export function timeAxis(lastMinute: number): { readonly to: number; readonly ticks: number[] } {
  const last = Math.max(1, lastMinute);
  const step = STEPS.find((one) => last / one <= MOST_TICKS) ?? 1440;
  const to = Math.ceil(last / step) * step;
  return { to, ticks: Array.from({ length: to / step + 1 }, (_, tick) => tick * step) };
}

/** `09:30` and 95 minutes are `11:05`; null where no start was said. */
export function clockAt(startTime: string | null, minute: number): string | null {
  const [hours, minutes] = startTime?.split(':').map(Number) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const at = (hours * 60 + minutes + Math.round(minute)) % 1440;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
