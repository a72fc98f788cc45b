interface Span {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

const STEPS = [5, 10, 15, 30, 60, 120, 240, 480, 960];
const MOST_TICKS = 8;

/** Minutes from the level, which is always on it, to the last end, with round minutes to read them by. */
export function timeAxis(spans: readonly Span[]): {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
} {
  const first = Math.min(0, ...spans.map(({ fromMinutes }) => fromMinutes));
  const last = Math.max(1, ...spans.map(({ toMinutes }) => toMinutes));
  const step = STEPS.find((one) => (last - first) / one <= MOST_TICKS) ?? 1440;
  const from = Math.floor(first / step) * step;
  const to = Math.ceil(last / step) * step;
  const ticks: number[] = [];
  for (let tick = from; tick <= to; tick += step) ticks.push(tick);
  return { from, to, ticks };
}
