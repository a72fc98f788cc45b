import { timeAxis } from './time-axis.ts';

export interface ChartBar {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly style: 'planned' | 'critical' | 'actual' | 'slack';
}
export interface ChartRow {
  readonly key: string;
  readonly label: string;
  /** One below the other; bars of a lane are drawn one over the other. */
  readonly lanes: readonly (readonly ChartBar[])[];
}

const WIDTH = 420;
const NAMES = 190;
const ROW = 26;
const TOP = 24;
/** Letters of a name that find room. */
const MOST_LETTERS = 13;
/** Told apart without colour too: thick frame, hatch, plain. */
const STYLES = {
  planned: 'fill-surface-strong stroke-ink',
  critical: 'fill-action stroke-ink',
  actual: 'fill-ink stroke-ink',
  slack: 'fill-none stroke-line-strong',
} as const;

/** Bars over minutes from the start, a line for each step; the same stands in a table beside it. */
export function BarChart(props: {
  readonly label: string;
  readonly rows: readonly ChartRow[];
  readonly lastMinute: number;
  /** Moments that are drawn across, with a word. */
  readonly marks?: readonly { readonly minute: number; readonly text: string }[];
}) {
  const { rows, marks = [] } = props;
  const { to, ticks } = timeAxis(props.lastMinute);
  const x = (minute: number) => (minute / to) * WIDTH;
  const markTop = marks.length > 0 ? TOP + 16 : TOP;
  const height = markTop + rows.length * ROW;
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`${-NAMES} 0 ${WIDTH + NAMES + 14} ${height}`}
      className="w-full"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="stroke-line" x1={x(tick)} x2={x(tick)} y1={18} y2={height} />
          <text className="fill-ink" x={x(tick)} y={13} fontSize={12} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {marks.map(({ minute, text }) => (
        <g key={`${minute} ${text}`}>
          <line
            className="stroke-caution-line"
            strokeWidth={2}
            strokeDasharray="5 3"
            x1={x(minute)}
            x2={x(minute)}
            y1={TOP}
            y2={height}
          />
          <text className="fill-ink" x={x(minute) + 3} y={TOP + 11} fontSize={12}>
            {text}
          </text>
        </g>
      ))}
      {rows.map(({ key, label, lanes }, row) => {
        const top = markTop + row * ROW;
        const lane = (ROW - 8) / lanes.length;
        return (
          <g key={key}>
            <text className="fill-ink" x={-NAMES} y={top + ROW / 2 + 4} fontSize={13}>
              {shortened(label)}
            </text>
            {lanes.flatMap((own, number) =>
              own.map((bar) => (
                <rect
                  key={bar.key}
                  className={STYLES[bar.style]}
                  strokeDasharray={bar.style === 'slack' ? '3 3' : undefined}
                  x={x(bar.from)}
                  y={top + 4 + number * lane}
                  width={Math.max(1.5, x(bar.to) - x(bar.from))}
                  height={lane - 1}
                >
                  <title>{`${label} ${bar.from}–${bar.to}`}</title>
                </rect>
              )),
            )}
          </g>
        );
      })}
    </svg>
  );
}

const shortened = (label: string) => {
  const letters = [...label];
  const room = /^[\x20-\x7e]+$/.test(label) ? MOST_LETTERS * 2 : MOST_LETTERS;
  return letters.length <= room ? label : `${letters.slice(0, room - 1).join('')}…`;
};
