import type { ShelterKind } from '#domain/shelter/shelter';
import { type LandslideDesignation, shelterShape } from '../map/images/shelter-shape.ts';

/** The same pictogram as on the map. Decorative. */
export function ShelterMark(props: {
  readonly kind: ShelterKind;
  readonly landslide: LandslideDesignation;
  readonly className?: string;
}) {
  const shape = shelterShape(props.kind, props.landslide);
  return (
    <svg
      viewBox="0 0 28 28"
      className={`shrink-0 ${props.className ?? 'size-6'}`}
      aria-hidden="true"
    >
      <rect x="1" y="1" width="26" height="26" rx="5" fill={shape.background} stroke="#ffffff" />
      <g
        transform="translate(2.5 2) scale(0.96)"
        fill="none"
        stroke="#ffffff"
        strokeWidth="2.1"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {shape.strokes.map((path) => (
          <path key={path} d={path} />
        ))}
        {shape.fills.map((path) => (
          <path key={path} d={path} fill="#ffffff" stroke="none" />
        ))}
      </g>
      {shape.struck && (
        <g fill="none" strokeLinecap="round">
          <path d="M4 24 24 4" stroke="#ffffff" strokeWidth="5" />
          <path d="M4 24 24 4" stroke="#1a1a1a" strokeWidth="2.6" />
        </g>
      )}
    </svg>
  );
}
