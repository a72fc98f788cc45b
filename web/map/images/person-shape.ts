import type { Relation } from '#domain/hazard/relation';

/** The look of a person on the map and in lists, in a box of 24 by 24. */
export interface PersonShape {
  /** ▲ tier 1, ◆ tier 2, ● tier 3, ○ others. */
  readonly path: string;
  readonly fill: string;
  readonly line: string;
  readonly lineWidth: number;
  /** Ring around: the place is not known well enough to judge. */
  readonly ring: boolean;
  /** Bolt: lives on equipment that stops with the electric power. */
  readonly bolt: boolean;
}

const PATHS: Readonly<Record<number, string>> = {
  1: 'M12 3.5 21 19.5H3Z',
  2: 'M12 3 21 12 12 21 3 12Z',
  3: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15Z',
};
/** A smaller disc with a hole. */
const OTHER_PATH =
  'M12 6a6 6 0 1 0 0 12 6 6 0 1 0 0-12ZM12 9.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 1 1 0-4.8Z';

export const BOLT_PATH = 'M19.5 1 14 9.2h3.2L15.6 15l6.4-8.6h-3.6Z';

const RED = '#a50021';
const AMBER = '#d9a300';

/**
 * Fill carries the relation to zones: dark red inside a red zone, hollow red near one; amber inside
 * a yellow zone, hollow amber near one; white where it cannot be judged; grey outside every zone.
 */
export function personShape(
  tier: number,
  red: Relation,
  relation: Relation,
  powerDependent: boolean,
): PersonShape {
  const common = {
    path: PATHS[tier] ?? OTHER_PATH,
    ring: red === 'undetermined' || relation === 'undetermined',
    bolt: powerDependent,
  };
  if (red === 'inside') return { ...common, fill: RED, line: '#ffffff', lineWidth: 1.5 };
  if (red === 'near') return { ...common, fill: '#ffffff', line: RED, lineWidth: 2.5 };
  if (relation === 'inside') return { ...common, fill: AMBER, line: '#3d3000', lineWidth: 1.5 };
  if (common.ring) return { ...common, fill: '#ffffff', line: '#333333', lineWidth: 2 };
  if (relation === 'near') return { ...common, fill: '#ffffff', line: '#8f6b00', lineWidth: 2.5 };
  return { ...common, fill: '#66706b', line: '#ffffff', lineWidth: 1.5 };
}
