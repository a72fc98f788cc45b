import type { Relation } from '#domain/hazard/relation';
import { BOLT_PATH, personShape } from '../map/images/person-shape.ts';

interface PersonMarkProps {
  readonly tier: number;
  readonly red: Relation;
  readonly relation: Relation;
  readonly power: boolean;
  readonly className?: string;
}

/** The same mark as on the map. Decorative: words beside it say the same. */
export function PersonMark({ tier, red, relation, power, className = 'size-8' }: PersonMarkProps) {
  const shape = personShape(tier, red, relation, power);
  return (
    <svg viewBox="-5 -5 34 34" className={`shrink-0 ${className}`} aria-hidden="true">
      {shape.ring && (
        <circle
          cx="12"
          cy="12"
          r="14"
          fill="#ffffffb0"
          stroke="#333333"
          strokeWidth="2"
          strokeDasharray="4 2.6"
        />
      )}
      <path
        d={shape.path}
        fill={shape.fill}
        fillRule="evenodd"
        stroke={shape.line}
        strokeWidth={shape.lineWidth}
        strokeLinejoin="round"
      />
      {shape.bolt && (
        <path
          d={BOLT_PATH}
          transform="translate(2 -2)"
          fill="#1a1a1a"
          stroke="#ffffff"
          strokeWidth="3"
          paintOrder="stroke"
        />
      )}
    </svg>
  );
}
