import type { ReactNode } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { roadsAreShown } from './route-marks.ts';
import { useRouteWords } from './use-route-words.ts';

/** What the lines on the map mean, drawn as the map draws them. */
export function RoutesLegend() {
  const say = useRouteWords().map;
  const isShown = roadsAreShown.use();
  const rows: [text: string, line: ReactNode][] = [
    [say.outside, <path key="l" d="M2 10H46" stroke="var(--action)" strokeWidth="6" />],
    [
      say.inYellow,
      <g key="l">
        <path d="M2 10H46" stroke="#7a6200" strokeWidth="11" />
        <path d="M2 10H46" stroke="#fae600" strokeWidth="8" />
        <path d="M2 10H46" stroke="#1a1a1a" strokeWidth="3" strokeDasharray="7 5" />
      </g>,
    ],
    [
      say.inRed,
      <g key="l">
        <path d="M2 10H46" stroke="#a50021" strokeWidth="12" />
        <path d="M2 10H46" stroke="#ffffff" strokeWidth="7" strokeDasharray="2.5 3.5" />
      </g>,
    ],
    [
      say.alternative,
      <path key="l" d="M2 10H46" stroke="var(--action)" strokeWidth="5" strokeOpacity="0.45" />,
    ],
    [
      say.closed,
      <g key="l">
        <path d="M2 10H46" stroke="var(--ink)" strokeWidth="5" />
        <path d="M19 4l10 12M29 4L19 16" stroke="var(--ink)" strokeWidth="3" />
      </g>,
    ],
    [
      say.straddling,
      <path key="l" d="M2 10H46" stroke="var(--ink-soft)" strokeWidth="3" strokeDasharray="9 5" />,
    ],
    [
      say.widthUnknown,
      <path key="l" d="M2 10H46" stroke="var(--ink-soft)" strokeWidth="3" strokeDasharray="3 4" />,
    ],
  ];
  return (
    <section aria-label={say.legend} className="flex flex-col gap-1 border-t border-line px-4 py-3">
      <div className="not-printed">
        <Checkbox label={say.roads} isChecked={isShown} onChange={roadsAreShown.set} />
      </div>
      <ul className="flex flex-col gap-1 text-14">
        {rows.map(([text, line]) => (
          <li key={text} className="flex items-center gap-3">
            <svg
              viewBox="0 0 48 20"
              className="h-5 w-12 shrink-0 rounded-4 bg-surface-soft"
              aria-hidden="true"
            >
              {line}
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
