import { type PointerEvent, useMemo } from 'react';
import type { WireRoute } from '#contract/route';
import { useWords } from '../../i18n/use-words.ts';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { ProfileTable } from './ProfileTable.tsx';
import { profilePoints } from './profile-points.ts';
import { placeAlong, profileRuns } from './profile-runs.ts';
import { routeCursor } from './route-marks.ts';
import { slopeText } from './route-text.ts';
import { useRouteWords } from './use-route-words.ts';
import { ZoneBands } from './ZoneBands.tsx';

const WIDTH = 400;
const HEIGHT = 150;
const TOP = 14;
const BAND = 22;
const FLOOR = HEIGHT - BAND - 6;

/** The chosen route from the side: height, slope at the cursor, zones below; the values once more as a table. */
export function ProfileChart({ route }: { readonly route: WireRoute }) {
  const words = useWords();
  const say = useRouteWords();
  const cursor = routeCursor.use();
  const profile = profilePoints(route);
  const runs = useMemo(() => profileRuns(profile), [profile]);
  const whole = profile.at(-1)?.alongMeters ?? 0;
  const heights = profile.flatMap(({ elevationMeters }) =>
    elevationMeters === null ? [] : [elevationMeters],
  );
  if (whole === 0) return null;
  const low = Math.min(...heights);
  const high = Math.max(...heights);
  const span = Math.max(high - low, 10);
  const x = (meters: number) => (meters / whole) * WIDTH;
  const y = (height: number) => FLOOR - ((height - low) / span) * (FLOOR - TOP);
  const path = profile
    .filter(({ elevationMeters }) => elevationMeters !== null)
    .map(
      ({ alongMeters, elevationMeters }) =>
        `${x(alongMeters).toFixed(1)},${y(elevationMeters ?? low).toFixed(1)}`,
    )
    .join(' ');
  const hasTerrain = heights.length > 1;
  const place = cursor === null ? null : placeAlong(profile, cursor);
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    routeCursor.set(Math.min(1, Math.max(0, part)) * whole);
  };
  return (
    <section className="flex flex-col gap-2" aria-label={say.chart.title}>
      <h4 className="font-bold">{say.chart.title}</h4>
      {!hasTerrain && <p className="text-14 text-ink-soft">{say.chart.noTerrain}</p>}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full touch-none"
        role="img"
        aria-label={say.chart.label(
          words.metersText(whole),
          words.metersText(hasTerrain ? low : 0),
          words.metersText(hasTerrain ? high : 0),
        )}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => routeCursor.set(null)}
      >
        {hasTerrain && (
          <>
            <polygon
              points={`0,${FLOOR} ${path} ${WIDTH},${FLOOR}`}
              className="fill-surface-strong"
            />
            <polyline points={path} className="fill-none stroke-ink" strokeWidth="2" />
            <text x="2" y={TOP - 3} className="number fill-ink-soft text-[12px]">
              {words.metersText(high)}
            </text>
            <text x="2" y={FLOOR - 4} className="number fill-ink-soft text-[12px]">
              {words.metersText(low)}
            </text>
          </>
        )}
        <ZoneBands runs={runs} x={x} top={FLOOR + 4} height={BAND} />
        <line x1="0" x2={WIDTH} y1={FLOOR + 4} y2={FLOOR + 4} className="stroke-line-strong" />
        {place !== null && (
          <g>
            <line
              x1={x(place.alongMeters)}
              x2={x(place.alongMeters)}
              y1="0"
              y2={HEIGHT}
              className="stroke-action"
              strokeWidth="2"
            />
            {place.elevationMeters !== null && (
              <circle
                cx={x(place.alongMeters)}
                cy={y(place.elevationMeters)}
                r="5"
                className="fill-surface stroke-action"
                strokeWidth="3"
              />
            )}
          </g>
        )}
      </svg>
      <div className="not-printed">
        <LabelledField label={say.chart.cursor}>
          {(ids) => (
            <input
              {...ids}
              type="range"
              min={0}
              max={Math.round(whole)}
              step={Math.max(1, Math.round(whole / 100))}
              value={Math.round(cursor ?? 0)}
              aria-valuetext={placeText(placeAlong(profile, cursor ?? 0))}
              className="h-8 w-full accent-action"
              onChange={(event) => routeCursor.set(Number(event.target.value))}
            />
          )}
        </LabelledField>
        <p className="number min-h-[3.4em] text-14">{placeText(place)}</p>
      </div>
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{say.chart.table}</summary>
        <ProfileTable runs={runs} />
      </details>
    </section>
  );

  function placeText(at: ReturnType<typeof placeAlong>): string {
    if (at === null) return '';
    return [
      say.chart.at(words.metersText(at.alongMeters)),
      ...(at.elevationMeters === null
        ? []
        : [say.chart.elevation(words.metersText(at.elevationMeters))]),
      at.slopePercent === null ? say.chart.slopeNotKnown : slopeText(at.slopePercent, say),
      at.zoneClass === null ? say.chart.outside : say.zone[at.zoneClass],
    ].join(words.comma);
  }
}
