import { useId } from 'react';
import type { ZoneClass } from '#domain/hazard/zone';
import { ZONE_COLORS } from '../../map/colors.ts';
import type { ProfileRun } from './profile-runs.ts';
import { useRouteWords } from './use-route-words.ts';

/** A band narrower than this has no room for its word. */
const LEAST_WORD_WIDTH = 60;

const isRed = (zoneClass: ZoneClass) => zoneClass.startsWith('red');

/** Where a route lies inside zones: red hatched, yellow plain, before designation with a dashed edge. */
export function ZoneBands(props: {
  readonly runs: readonly ProfileRun[];
  readonly x: (meters: number) => number;
  readonly top: number;
  readonly height: number;
}) {
  const say = useRouteWords();
  const hatch = useId();
  return (
    <>
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill={ZONE_COLORS.red['debris-flow']} />
          <line x1="0" y1="0" x2="0" y2="6" stroke="#ffffff" strokeWidth="2.4" />
        </pattern>
      </defs>
      {props.runs.map(({ zoneClass, fromMeters, toMeters }) => {
        if (zoneClass === null) return null;
        const left = props.x(fromMeters);
        const width = Math.max(2, props.x(toMeters) - left);
        const isBefore = zoneClass.endsWith('before-designation');
        return (
          <g key={fromMeters}>
            <rect
              x={left}
              y={props.top}
              width={width}
              height={props.height}
              fill={isRed(zoneClass) ? `url(#${hatch})` : ZONE_COLORS.yellow['slope-failure']}
              stroke={isRed(zoneClass) ? '#a50021' : '#7a6200'}
              strokeWidth="1.5"
              strokeDasharray={isBefore ? '4 3' : undefined}
            />
            {width >= LEAST_WORD_WIDTH && (
              <text
                x={left + width / 2}
                y={props.top + props.height / 2 + 4}
                textAnchor="middle"
                className="text-[11px] font-bold"
                fill="#1a1a1a"
                stroke="#ffffff"
                strokeWidth="3"
                paintOrder="stroke"
              >
                {say.zone[isRed(zoneClass) ? 'red' : 'yellow']}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
