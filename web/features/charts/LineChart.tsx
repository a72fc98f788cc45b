import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear, scalePoint } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useId } from 'react';

export interface Line {
  readonly name: string;
  /** One for each month; null = there is none, and the line is broken there. */
  readonly values: readonly (number | null)[];
  /** Told without colour: the first is solid. */
  readonly dash?: string;
}

const MARGIN = { left: 56, right: 12, top: 12, bottom: 32 };
const PART = { left: 4, right: 4, top: 4, bottom: 4 };

/** With nought, and below it where a formula leads there. */
export function endsOf(lines: readonly Pick<Line, 'values'>[]): readonly [number, number] {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/**
 * Lines over months. A screen reader hears the summary; every value stands in the table beside. `marks`: months in
 * which what the figures rest on has changed.
 */
export function LineChart(props: {
  readonly months: readonly string[];
  readonly lines: readonly Line[];
  readonly marks?: readonly number[];
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  /** Ends of the scale, so that several charts can be compared. */
  readonly ends?: readonly [least: number, most: number];
  /** Without axes, as one of many. */
  readonly isSmall?: boolean;
}) {
  const { months, lines, marks = [], summary, width, height, isSmall = false } = props;
  const id = useId();
  const margin = isSmall ? PART : MARGIN;
  const [least, most] = props.ends ?? endsOf(lines);
  const x = scalePoint({ domain: [...months], range: [margin.left, width - margin.right] });
  const y = scaleLinear({
    domain: [least, least === most ? 1 : most],
    range: [height - margin.bottom, margin.top],
    nice: !isSmall,
  });
  const xOf = (place: number) => x(months[place] ?? '') ?? 0;
  const every = Math.max(1, Math.ceil(months.length / 6));
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-full text-ink"
    >
      <title id={id}>{summary}</title>
      {!isSmall && (
        <g>
          <AxisLeft
            scale={y}
            left={margin.left}
            numTicks={4}
            stroke="currentColor"
            tickStroke="currentColor"
            tickLabelProps={{
              fill: 'currentColor',
              fontSize: 14,
              textAnchor: 'end',
              dy: 4,
              dx: -4,
            }}
          />
          <AxisBottom
            scale={x}
            top={height - margin.bottom}
            tickValues={months.filter((_, place) => place % every === 0)}
            stroke="currentColor"
            tickStroke="currentColor"
            tickLabelProps={{ fill: 'currentColor', fontSize: 14, textAnchor: 'middle' }}
          />
        </g>
      )}
      <g>
        {marks.map((place) => (
          <line
            key={place}
            x1={xOf(place)}
            x2={xOf(place)}
            y1={margin.top}
            y2={height - margin.bottom}
            stroke="currentColor"
            strokeDasharray="2 3"
          />
        ))}
        {lines.map(({ name, values: own, dash }) => (
          <LinePath
            key={name}
            data={own.map((value, place) => ({ value, place }))}
            defined={({ value }) => value !== null}
            x={({ place }) => xOf(place)}
            y={({ value }) => y(value ?? 0)}
            stroke="currentColor"
            strokeWidth={2}
            strokeDasharray={dash ?? 'none'}
            fill="none"
          />
        ))}
        {lines.map(({ name, values: own }) =>
          own.map((value, place) =>
            value === null || (isSmall && place !== own.length - 1) ? null : (
              <circle
                key={`${name} ${months[place]}`}
                cx={xOf(place)}
                cy={y(value)}
                r={2.5}
                fill="currentColor"
              />
            ),
          ),
        )}
      </g>
    </svg>
  );
}
