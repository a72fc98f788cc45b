import type { TravelProfilesOnWire } from '#contract/travel-profile';

export type ShownProfile = TravelProfilesOnWire['profiles'][number];
export type ShownFigures = ShownProfile['standard'];

/** A field of the form: the figure as it is typed, in the unit that is shown. */
export interface FigureField {
  readonly key: Exclude<keyof ShownFigures, 'source'>;
  /** Shown over stored. */
  readonly scale: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly mayBeEmpty: boolean;
}

/** Bounds are those of the contract, in the unit shown. */
export const FIGURE_FIELDS: readonly FigureField[] = [
  { key: 'widthMeters', scale: 1, least: 0.3, most: 12, step: 0.1, mayBeEmpty: true },
  { key: 'heightMeters', scale: 1, least: 0.5, most: 6, step: 0.1, mayBeEmpty: true },
  { key: 'weightTonnes', scale: 1, least: 0.1, most: 60, step: 0.1, mayBeEmpty: true },
  { key: 'slopePercent', scale: 1, least: 1, most: 60, step: 1, mayBeEmpty: true },
  { key: 'speedFactor', scale: 100, least: 20, most: 300, step: 1, mayBeEmpty: false },
  { key: 'nightFactor', scale: 100, least: 20, most: 100, step: 1, mayBeEmpty: false },
];

export type TypedFigures = Readonly<Record<keyof ShownFigures, string>>;

export function toTyped(figures: ShownFigures): TypedFigures {
  const typed = FIGURE_FIELDS.map(({ key, scale }) => {
    const value = figures[key];
    return [key, value === null ? '' : String(rounded(value * scale))];
  });
  return { ...(Object.fromEntries(typed) as TypedFigures), source: figures.source };
}

/** As the server takes it; null where a field that has to be there is empty or no number. */
export function toFigures(typed: TypedFigures): ShownFigures | null {
  const read = FIGURE_FIELDS.map(({ key, scale, mayBeEmpty }) => {
    const text = typed[key].trim();
    if (text === '') return [key, mayBeEmpty ? null : Number.NaN] as const;
    return [key, Number(text) / scale] as const;
  });
  const source = typed.source.trim();
  if (source === '' || read.some(([, value]) => Number.isNaN(value))) return null;
  return { ...(Object.fromEntries(read) as unknown as ShownFigures), source };
}

/** Kilometres an hour on streets by day; null where the profile takes no streets. */
export function streetSpeed(
  { streetMetersPerSecond }: ShownProfile,
  speedFactor: number,
): number | null {
  return streetMetersPerSecond === null
    ? null
    : rounded(streetMetersPerSecond * speedFactor * KMH_PER_MPS);
}

const KMH_PER_MPS = 3.6;

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
