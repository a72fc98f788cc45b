import { useId } from 'react';
import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';
import { isRed } from '#domain/hazard/zone';
import { ZONE_COLORS } from '../map/colors.ts';

const MARKS: Readonly<Record<Phenomenon, string>> = {
  'slope-failure': 'M-2 10 10 -2M6 18 18 6M-2 18 18 -2',
  'debris-flow': 'M4 4h.01M12 12h.01',
  landslide: 'M-1 4c3-4 5-4 8 0s6 4 10 0M-1 12c3-4 5-4 8 0s6 4 10 0',
};

/** A piece of a zone as the map draws it: hue, outline and hatching. Decorative. */
export function ZoneSwatch(props: {
  readonly zoneClass: ZoneClass;
  readonly phenomenon: Phenomenon;
  readonly className?: string;
}) {
  const patternId = useId();
  const red = isRed(props.zoneClass);
  const isDashed = props.zoneClass.endsWith('before-designation');
  const hue = ZONE_COLORS[red ? 'red' : 'yellow'][props.phenomenon];
  return (
    <svg
      viewBox="0 0 28 20"
      className={`shrink-0 ${props.className ?? 'h-5 w-7'}`}
      aria-hidden="true"
    >
      <pattern id={patternId} width="16" height="16" patternUnits="userSpaceOnUse">
        <path
          d={MARKS[props.phenomenon]}
          fill="none"
          className="stroke-danger"
          strokeWidth={props.phenomenon === 'debris-flow' ? 3.8 : 1.6}
          strokeLinecap="round"
        />
      </pattern>
      <rect
        x="1"
        y="1"
        width="26"
        height="18"
        rx="2"
        fill={hue}
        fillOpacity={isDashed ? 0.16 : 0.36}
        stroke={red ? '#a50021' : '#b08d00'}
        strokeWidth="1.8"
        {...(isDashed && { strokeDasharray: '4 2.5' })}
      />
      {red && !isDashed && <rect x="2" y="2" width="24" height="16" fill={`url(#${patternId})`} />}
    </svg>
  );
}
